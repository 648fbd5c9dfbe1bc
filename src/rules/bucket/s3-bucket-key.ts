import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 's3-bucket-key',
  severity: 'low',
  strict: true,
  title: 'each object of the bucket is a request to KMS',
  why: 'Whoever may read or write many objects uses up the requests to KMS that the whole account has, so that functions and queues with keys fail, and each request is paid for.',
  serviceDefault:
    'S3 asks KMS for every object unless the bucket has a bucket key (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html).',
  fix: 'set `BucketKeyEnabled: true` (`bucketKeyEnabled`), or use `SecureBucket`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-8'], cwe: ['CWE-770'] },
  notes:
    'Strict: the trail of the key then shows buckets and not objects. Not for `aws:kms:dsse`, which has no bucket keys.',
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) =>
    bucket
      .read('BucketEncryption.ServerSideEncryptionConfiguration')
      .items.filter((rule) => rule.read('ServerSideEncryptionByDefault.SSEAlgorithm').is('aws:kms'))
      .map((rule) => demand(rule.read('BucketKeyEnabled'), (enabled) => enabled.isTrue, 'true')),
});
