import { defineRule } from '../define-rule';
import { demand, fail, pass } from '../results';

export default defineRule({
  id: 'cf-enabled',
  severity: 'low',
  strict: true,
  title: 'the distribution is off, or has nothing to serve',
  why: 'It does nothing and is forgotten. Its name still points to it, and its origins may go to somebody else.',
  serviceDefault:
    'The property is required: a distribution says whether it answers (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-values-specify.html).',
  fix: 'set `DistributionConfig.Enabled: true`, or remove the distribution',
  references: { csaServerless: ['SAS-11'], cwe: ['CWE-1188'] },
  appliesTo: 'AWS::CloudFront::Distribution',
  check: (distribution) => {
    const config = distribution.read('DistributionConfig');
    const sources = ['Origins', 'S3Origin', 'CustomOrigin'].map((name) => config.read(name));
    const hasOrigin = sources.some((source) => source.items.length > 0);
    return [
      demand(config.read('Enabled'), (enabled) => enabled.isTrue, 'true'),
      hasOrigin ? pass() : fail(config.read('Origins'), { wanted: 'an origin' }),
    ];
  },
});
