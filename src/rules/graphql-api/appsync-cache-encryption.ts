import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'appsync-cache-encryption',
  severity: 'low',
  strict: true,
  title: 'the template says that the cache of the GraphQL API is not encrypted',
  why: 'Results of queries are kept in the cache. That they are encrypted there, and on the way, is not written down.',
  serviceDefault:
    'AppSync encrypts every cache, at rest and in transit, whatever the template says (https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html).',
  fix: 'set `AtRestEncryptionEnabled: true` and `TransitEncryptionEnabled: true`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-311'] },
  notes:
    'For whoever has to have it written down: Security Hub retired AppSync.1 and AppSync.6 in March 2026, because the service does it by itself.',
  appliesTo: 'AWS::AppSync::ApiCache',
  check: (cache) =>
    ['AtRestEncryptionEnabled', 'TransitEncryptionEnabled'].map((property) =>
      demand(cache.read(property), (enabled) => enabled.isTrue, 'true'),
    ),
});
