import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'cf-origin-failover',
  severity: 'low',
  strict: true,
  title: 'no second origin takes over when the first fails',
  why: 'When the origin fails, or is brought down, the site is down with it. A group of two origins goes on answering.',
  serviceDefault:
    'A distribution has no groups of origins unless it names them (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html).',
  fix: 'set `DistributionConfig.OriginGroups` with two members',
  references: { csaServerless: ['SAS-8'], fsbp: ['CloudFront.4'], cwe: ['CWE-400'] },
  appliesTo: 'AWS::CloudFront::Distribution',
  check: (distribution) =>
    demand(
      distribution.read('DistributionConfig.OriginGroups.Items'),
      (groups) => groups.items.length > 0,
      'a group of origins',
    ),
});
