import type { Fault, WrittenStatement } from '../resource-policy/statement';

/**
 * What is wrong with letting an access identity of CloudFront in: every object is encrypted with KMS.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export const identityWithoutKey: Fault = [
  'an origin access identity of CloudFront cannot read what is encrypted with a KMS key',
  "use an origin access control: 'S3BucketOrigin.withOriginAccessControl'",
];

/** Whether a statement names an access identity of CloudFront: by its ARN, or by the attribute that only it has. */
export function namesAccessIdentity({ Principal }: WrittenStatement): boolean {
  const { AWS, CanonicalUser } = (Principal ?? {}) as { readonly AWS?: unknown; readonly CanonicalUser?: unknown };
  return (
    textOf(AWS).includes(':user/CloudFront Origin Access Identity ') ||
    textOf(CanonicalUser).includes('S3CanonicalUserId')
  );
}

function textOf(principal: unknown): string {
  return JSON.stringify(principal) ?? '';
}
