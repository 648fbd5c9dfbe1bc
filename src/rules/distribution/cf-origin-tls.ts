import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand, fail, isSaid } from '../results';
import type { Result } from '../results';
import { behavioursOf, serverSettingsOf } from './reading/origins';

const wanted = '"TLSv1.2" only';

function isEncrypted(policy: Value, distribution: Resource): boolean {
  if (policy.is('https-only')) return true;
  const takesHttp = behavioursOf(distribution).some((behaviour) =>
    behaviour.read('ViewerProtocolPolicy').is('allow-all'),
  );
  return policy.is('match-viewer') && !takesHttp;
}

function judgeVersions(config: Value): readonly Result[] {
  const versions = config.read('OriginSSLProtocols');
  if (!versions.isUnknown && !isSaid(versions)) {
    const mayUseTls = config.read('OriginProtocolPolicy').is('https-only', 'match-viewer');
    return mayUseTls ? [fail(versions, { wanted, severity: 'medium' })] : [];
  }
  return versions.items.map((version) => demand(version, (old) => !old.is('SSLv3', 'TLSv1', 'TLSv1.1'), wanted));
}

export default defineRule({
  id: 'cf-origin-tls',
  severity: 'high',
  title: 'CloudFront talks to the origin over plain HTTP or old TLS',
  why: 'What viewers send over TLS goes on over the internet in the clear, or with weak ciphers. Whoever is on the way between CloudFront and the origin reads and changes it.',
  serviceDefault:
    'The policy is required, and CloudFront uses the protocols that the origin names (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html).',
  fix: 'set `OriginProtocolPolicy: https-only` and `OriginSSLProtocols: [TLSv1.2]`; in place of the website of a bucket use the bucket with an origin access control',
  references: {
    owaspServerless: ['S3'],
    csaServerless: ['SAS-3'],
    fsbp: ['CloudFront.9', 'CloudFront.10'],
    cwe: ['CWE-319'],
  },
  notes:
    '`match-viewer` passes where no behaviour takes plain HTTP. ' +
    'Where `OriginSSLProtocols` is missing the finding is medium: what CloudFormation sets then, once `TLSv1` and `SSLv3`, is not documented any more, and Control Tower refuses it, too ' +
    '(CT.CLOUDFRONT.PR.11: https://docs.aws.amazon.com/controltower/latest/controlreference/cloudfront-rules.html).',
  appliesTo: 'AWS::CloudFront::Distribution',
  check: (distribution) =>
    serverSettingsOf(distribution).flatMap((config) => [
      demand(config.read('OriginProtocolPolicy'), (policy) => isEncrypted(policy, distribution), '"https-only"'),
      ...judgeVersions(config),
    ]),
});
