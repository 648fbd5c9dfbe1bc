import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'cf-enabled',
  severity: 'low',
  strict: true,
  title: 'the distribution is off',
  why: 'It does nothing and is forgotten. Its name still points to it, and its origins may go to somebody else.',
  serviceDefault:
    'The property is required: a distribution says whether it answers (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-values-specify.html).',
  fix: 'set `DistributionConfig.Enabled: true`, or remove the distribution',
  references: { csaServerless: ['SAS-11'], cwe: ['CWE-1188'] },
  appliesTo: 'AWS::CloudFront::Distribution',
  check: (distribution) => demand(distribution.read('DistributionConfig.Enabled'), (enabled) => enabled.isTrue, 'true'),
});
