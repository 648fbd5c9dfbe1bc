import { defineRule } from '../define-rule';
import { demand } from '../results';
import { behavioursOf } from './reading/origins';

export default defineRule({
  id: 'cf-viewer-https',
  severity: 'high',
  title: 'viewers may use plain HTTP',
  why: 'Whoever is on the way, in a café for example, reads and changes what is sent, cookies and tokens among it. Pages that are changed on the way run scripts of the attacker.',
  serviceDefault:
    'The property is required: a behaviour says what it takes (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html).',
  fix: 'set `ViewerProtocolPolicy: redirect-to-https` (pages) or `https-only` (APIs) on every behaviour',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], fsbp: ['CloudFront.3'], cwe: ['CWE-319'] },
  appliesTo: 'AWS::CloudFront::Distribution',
  check: (distribution) =>
    behavioursOf(distribution).map((behaviour) =>
      demand(
        behaviour.read('ViewerProtocolPolicy'),
        (policy) => policy.is('https-only', 'redirect-to-https'),
        '"redirect-to-https" or "https-only"',
      ),
    ),
});
