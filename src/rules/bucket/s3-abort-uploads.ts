import { defineRule } from '../define-rule';
import { demandAction } from './reading/lifecycle';

export default defineRule({
  id: 's3-abort-uploads',
  severity: 'low',
  strict: true,
  title: 'parts of uploads that were never finished are kept for ever',
  why: 'Nobody sees them in a listing and everybody pays for them. Somebody who may upload can fill the bucket with parts that no lifecycle rule for objects ever removes.',
  serviceDefault:
    'S3 keeps the parts of a multipart upload until it is completed or aborted (https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html).',
  fix: 'add a lifecycle rule with `AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 }`, or use `SecureBucket`',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-770'] },
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) =>
    demandAction(bucket, ['AbortIncompleteMultipartUpload'], 'a rule with AbortIncompleteMultipartUpload'),
});
