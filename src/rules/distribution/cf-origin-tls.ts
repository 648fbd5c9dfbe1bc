import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand } from '../results';
import { behavioursOf, serverSettingsOf } from './reading/origins';

function isEncrypted(policy: Value, distribution: Resource): boolean {
  if (policy.is('https-only')) return true;
  const takesHttp = behavioursOf(distribution).some((behaviour) =>
    behaviour.read('ViewerProtocolPolicy').is('allow-all'),
  );
  return policy.is('match-viewer') && !takesHttp;
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
  notes: '`match-viewer` passes where no behaviour takes plain HTTP.',
  appliesTo: 'AWS::CloudFront::Distribution',
  check: (distribution) =>
    serverSettingsOf(distribution).flatMap((config) => [
      demand(config.read('OriginProtocolPolicy'), (policy) => isEncrypted(policy, distribution), '"https-only"'),
      ...config
        .read('OriginSSLProtocols')
        .items.map((version) => demand(version, (old) => !old.is('SSLv3', 'TLSv1', 'TLSv1.1'), '"TLSv1.2" only')),
    ]),
});
