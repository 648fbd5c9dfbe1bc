import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 's3-defaults-unsaid',
  severity: 'low',
  strict: true,
  title: 'the bucket relies on settings that only buckets since April 2023 have',
  why: 'A bucket that is older, or one from whose template a setting was removed, takes public policies and ACLs of other accounts. The template looks the same, and a reviewer cannot tell.',
  serviceDefault:
    'S3 blocks public access and disables ACLs of buckets that were created since April 2023; in older ones both are off unless they are set (https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html).',
  fix: 'write `PublicAccessBlockConfiguration` with all four settings and `OwnershipControls` with `BucketOwnerEnforced`, or use `SecureBucket`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-1188'] },
  notes:
    'Strict, because a new bucket has both. Values that open a bucket are found by `s3-bpa` and `s3-acl-disabled`.',
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) => [
    demand(bucket.read('PublicAccessBlockConfiguration'), (block) => !block.isAbsent, 'all four settings'),
    demand(bucket.read('OwnershipControls.Rules'), (rules) => rules.items.length > 0, '"BucketOwnerEnforced"'),
  ],
});
