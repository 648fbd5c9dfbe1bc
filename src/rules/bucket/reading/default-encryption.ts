import type { Resource, Value } from '../../../template';
import { keyOf } from '../../attack-path/reading/key-of';

/** How S3 encrypts what a bucket takes with a KMS key, where the bucket asks for that. */
export function encryptionWithKms(bucket: Resource): Value | undefined {
  return bucket
    .read('BucketEncryption.ServerSideEncryptionConfiguration')
    .items.map((rule) => rule.read('ServerSideEncryptionByDefault'))
    .find((byDefault) => byDefault.read('SSEAlgorithm').is('aws:kms', 'aws:kms:dsse'));
}

/** The key of the application with which S3 encrypts what a bucket takes. */
export function keyOfBucket(bucket: Resource): Resource | undefined {
  const encryption = encryptionWithKms(bucket);
  return encryption && keyOf(encryption.read('KMSMasterKeyID'));
}
