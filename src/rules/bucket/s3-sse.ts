import { defineRule } from '../define-rule';
import { demand } from '../results';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html */
const algorithms = ['AES256', 'aws:kms', 'aws:kms:dsse'];

export default defineRule({
  id: 's3-sse',
  severity: 'low',
  strict: true,
  title: 'the bucket leaves encryption at rest to the service',
  why: 'Objects are encrypted all the same; what is missing is the statement of it in the template, which some standards ask to see.',
  serviceDefault:
    'S3 encrypts every new object with SSE-S3 since January 2023, whatever the template says (https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html).',
  fix: 'add `BucketEncryption` with `SSEAlgorithm: aws:kms`, or use `SecureBucket`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-311'] },
  notes:
    'Runs only when asked for, because no object is left unencrypted: Control Tower retired its control for the same reason. ' +
    'Whether a customer key is used is the question of `s3-sse-kms`.',
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) => [
    demand(
      bucket.read('BucketEncryption.ServerSideEncryptionConfiguration'),
      (rules) => rules.items.length > 0,
      'a default encryption',
    ),
    ...bucket
      .read('BucketEncryption.ServerSideEncryptionConfiguration')
      .items.map((rule) => rule.read('ServerSideEncryptionByDefault.SSEAlgorithm'))
      .filter((algorithm) => algorithm.isKnown)
      .map((algorithm) => demand(algorithm, (it) => it.is(...algorithms), 'an algorithm that S3 knows')),
  ],
});
