import * as iam from 'aws-cdk-lib/aws-iam';

const algorithm = 's3:x-amz-server-side-encryption';
const keyId = 's3:x-amz-server-side-encryption-aws-kms-key-id';
const customerAlgorithm = 's3:x-amz-server-side-encryption-customer-algorithm';

/**
 * Denies uploads that choose another encryption than the default of the bucket.
 *
 * Who asks for an encryption without naming the key of the bucket asks for another one: that of S3, or with `aws:kms` alone
 * the key `aws/s3`, which every principal of the account may use. `Null` makes each denial about a header that was sent: an
 * operator such as `StringNotEquals` alone, or with `IfExists`, is true for a request without the header, which is the one
 * that the default encrypts.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function encryptionStatements(objectsArn: string, keyArn: string): iam.PolicyStatement[] {
  const denied: [sid: string, conditions: Record<string, Record<string, string>>][] = [
    ['DenyOtherEncryption', { Null: { [algorithm]: 'false' }, StringNotEquals: { [keyId]: keyArn } }],
    ['DenyKeyOfClient', { Null: { [customerAlgorithm]: 'false' } }],
  ];
  return denied.map(
    ([sid, conditions]) =>
      new iam.PolicyStatement({
        sid,
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [objectsArn],
        conditions,
      }),
  );
}
