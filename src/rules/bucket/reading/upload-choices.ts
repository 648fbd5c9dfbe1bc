import type { Value } from '../../../template';

type Headers = Readonly<Record<string, string>>;

const sse = 's3:x-amz-server-side-encryption';

const choices: Readonly<Record<string, Headers>> = {
  'SSE-S3': { [sse]: 'AES256' },
  'the key of S3': { [sse]: 'aws:kms' },
  'a key of another account': {
    [sse]: 'aws:kms',
    [`${sse}-aws-kms-key-id`]: 'arn:aws:kms:eu-west-1:999988887777:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  },
};

const ownKey = ['a key of the uploader', { [`${sse}-customer-algorithm`]: 'AES256' }] as const;

/**
 * Headers of an upload that choose another lock than that of the bucket. A key that the uploader brings can be blocked.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html
 */
export function choicesOfUploads(rule: Value): readonly (readonly [choice: string, headers: Headers])[] {
  const isBlocked = rule.read('BlockedEncryptionTypes.EncryptionType').items.some((type) => type.is('SSE-C'));
  return [...Object.entries(choices), ...(isBlocked ? [] : [ownKey])];
}
