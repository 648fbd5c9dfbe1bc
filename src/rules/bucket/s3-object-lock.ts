import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 's3-object-lock',
  severity: 'low',
  strict: true,
  title: 'objects can be deleted before their time',
  why: 'Whoever has the right to delete can remove records that a regulation asks to keep, or all backups in a ransomware attack; object lock with a default retention makes that impossible.',
  serviceDefault:
    'Object Lock is off unless asked for (https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html).',
  fix: 'set `ObjectLockEnabled: true` and a default retention in `ObjectLockConfiguration`',
  references: { owaspServerless: ['S3'], securityHub: ['S3.15'], cwe: ['CWE-693'] },
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) =>
    demand(
      bucket.read('ObjectLockConfiguration.Rule.DefaultRetention'),
      (retention) => !retention.isAbsent && bucket.read('ObjectLockEnabled').isTrue,
      'a default retention, with `ObjectLockEnabled: true`',
    ),
});
