import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 's3-cmk',
  severity: 'low',
  strict: true,
  title: 'the objects are encrypted with a key of AWS that has no policy of yours',
  why: 'The key `aws/s3` may be used by everybody in the account who may read the bucket, and by nobody outside. It cannot be taken away from somebody, shared or disabled when a role was stolen.',
  serviceDefault:
    'With `aws:kms` and no `KMSMasterKeyID` S3 uses the AWS managed key `aws/s3` (https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html).',
  fix: 'set `KMSMasterKeyID` (`encryptionKey`), or use `SecureBucket`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-311'] },
  notes: 'A bucket with SSE-S3 is the matter of `s3-sse-kms`.',
  appliesTo: 'AWS::S3::Bucket',
  check: (bucket) =>
    bucket
      .read('BucketEncryption.ServerSideEncryptionConfiguration')
      .items.map((rule) => rule.read('ServerSideEncryptionByDefault'))
      .filter((encryption) => encryption.read('SSEAlgorithm').is('aws:kms', 'aws:kms:dsse'))
      .map((encryption) =>
        demand(
          encryption.read('KMSMasterKeyID'),
          (key) => isSaid(key) && key.text?.endsWith('alias/aws/s3') !== true,
          'a key of yours',
        ),
      ),
});
