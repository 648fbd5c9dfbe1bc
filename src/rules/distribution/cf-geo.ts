import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'cf-geo',
  severity: 'low',
  strict: true,
  title: 'the distribution answers every country',
  why: 'Where the users are in a few countries, requests from the others are mostly scans. Each is answered and paid for.',
  serviceDefault:
    'Nothing is restricted unless asked for (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html).',
  fix: 'set `Restrictions.GeoRestriction` with `RestrictionType: whitelist` and the countries',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-8'], cwe: ['CWE-284'] },
  appliesTo: 'AWS::CloudFront::Distribution',
  check: (distribution) =>
    demand(
      distribution.read('DistributionConfig.Restrictions.GeoRestriction.RestrictionType'),
      (type) => type.is('whitelist', 'blacklist'),
      '"whitelist" or "blacklist"',
    ),
});
