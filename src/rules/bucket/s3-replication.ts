import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 's3-replication',
  severity: 'low',
  strict: true,
  title: 'the objects exist in one Region only',
  why: 'When the Region, or the account, is lost, so is the data.',
  serviceDefault:
    'A bucket is not replicated unless asked for (https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html).',
  fix: 'add `ReplicationConfiguration` with an enabled rule',
  references: { securityHub: ['S3.7'], cwe: ['CWE-693'] },
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) =>
    demand(
      bucket.read('ReplicationConfiguration.Rules'),
      (rules) => rules.items.some((rule) => !rule.read('Status').is('Disabled')),
      'a replication rule that is enabled',
    ),
});
