import type { Value } from '../../../template';

/**
 * Whether a text is the name or ARN of a bucket in the namespace of one account and Region, which no other account can ever
 * have: `shop-111122223333-eu-west-1-an`.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html
 */
export function isNameOfOneAccount(text: string): boolean {
  return /-(\d{12}|\$\{AWS::AccountId\})-([a-z0-9-]+|\$\{AWS::Region\})-an$/.test(text);
}

/** The same of an ARN that may be that of a bucket of the app. */
export function isBucketOfOneAccount(arn: Value): boolean {
  const { target, text } = arn;
  if (target?.is('AWS::S3::Bucket') && target.read('BucketNamespace').is('account-regional')) return true;
  return isNameOfOneAccount(text ?? '');
}
