import { defineRule } from '../define-rule';
import { demand, isSaid, pass } from '../results';
import { receivesAccessLogs } from './reading/log-delivery';

export default defineRule({
  id: 's3-sse-kms',
  severity: 'medium',
  title: 'the objects are not encrypted with a KMS key',
  why:
    'With SSE-S3 whoever may read the bucket reads the objects. ' +
    'A KMS key is a second lock with a policy and a trail of its own, and can be taken away.',
  serviceDefault:
    'S3 encrypts with SSE-S3 unless the bucket asks for `aws:kms` (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html).',
  fix: 'set `SSEAlgorithm: aws:kms` with a `KMSMasterKeyID` and `BucketKeyEnabled: true`, or use `SecureBucket`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], securityHub: ['S3.17'], cwe: ['CWE-311'] },
  notes:
    'A bucket that receives access logs passes: S3 delivers them only into buckets with SSE-S3 (https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html). ' +
    '`aws:kms` without a key id is the AWS managed key, which S3.17 accepts.',
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket, app) => {
    if (receivesAccessLogs(bucket, app)) return pass();
    const rules = bucket.read('BucketEncryption.ServerSideEncryptionConfiguration');
    if (rules.isUnknown || !isSaid(rules)) return demand(rules, () => false, '"aws:kms"');
    return rules.items.map((rule) =>
      demand(
        rule.read('ServerSideEncryptionByDefault.SSEAlgorithm'),
        (algorithm) => algorithm.is('aws:kms', 'aws:kms:dsse'),
        '"aws:kms"',
      ),
    );
  },
});
