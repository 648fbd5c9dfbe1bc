import { Duration } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { EnforcedProperty } from '../enforced/enforced';

/** What a bucket does unless it is told otherwise. */
export const defaults = {
  // A bucket key asks KMS once for many objects: about 99 % fewer requests to pay for.
  bucketKeyEnabled: true,
} satisfies s3.BucketProps;

/** What a bucket does whatever it is told. */
export const enforced = {
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL, // s3-bpa
  enforceSSL: true, // s3-ssl-only
  objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED, // s3-acl-disabled
  versioned: true, // s3-versioning
} satisfies s3.BucketProps;

/** The oldest TLS that a client may speak. */
export const minimumTlsVersion = 1.2;

/** Rules for what nobody sees and everybody pays for; left out where a rule of the own says something about it. */
export function lifecycleRules(own: readonly s3.LifecycleRule[] = []): s3.LifecycleRule[] {
  const rules = [...own];
  const active = own.filter(({ enabled = true }) => enabled);
  if (!active.some((rule) => rule.abortIncompleteMultipartUploadAfter)) {
    rules.push({ id: 'AbortIncompleteUploads', abortIncompleteMultipartUploadAfter: Duration.days(7) });
  }
  if (!active.some((rule) => rule.noncurrentVersionExpiration)) {
    rules.push({
      id: 'ExpireOldVersions',
      noncurrentVersionExpiration: Duration.days(90),
      expiredObjectDeleteMarker: true,
    });
  }
  return rules;
}

/** What no injector, aspect, mixin or override changes, of every bucket that this library makes. */
export const enforcedOnEveryBucket: EnforcedProperty[] = [
  ...['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'].map((flag) => ({
    path: `PublicAccessBlockConfiguration.${flag}`,
    value: true,
    rule: 's3-bpa',
    instead: 'keep all public access blocked, serve public content through CloudFront',
  })),
  {
    path: 'OwnershipControls',
    value: { Rules: [{ ObjectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED }] },
    rule: 's3-acl-disabled',
    instead: 'keep ACLs off, let others in by the bucket policy',
  },
  {
    path: 'AccessControl',
    accepts: (got) => got === undefined || got === s3.BucketAccessControl.PRIVATE,
    rule: 's3-acl-public-read',
    instead: 'keep ACLs off, let others in by the bucket policy',
  },
  {
    path: 'VersioningConfiguration.Status',
    value: 'Enabled',
    rule: 's3-versioning',
    instead: 'keep versions, they are what is left after an object was overwritten or deleted',
  },
  {
    path: 'WebsiteConfiguration',
    rule: 's3-website',
    instead: 'serve a website through CloudFront with an origin access control',
  },
  {
    path: 'CorsConfiguration',
    accepts: (got) => !corsOrigins(got).some(isAnyOrigin),
    rule: 's3-cors-wildcard',
    instead: 'name the origins',
  },
  {
    path: 'LifecycleConfiguration.Rules',
    accepts: (got) => expires(got, 'AbortIncompleteMultipartUpload') && expires(got, 'NoncurrentVersionExpiration'),
    rule: 's3-lifecycle',
    instead: 'keep rules that end incomplete uploads and old versions',
  },
];

/** What no injector, aspect, mixin or override changes, of a bucket with data. */
export function enforcedOnBucket(keyArn: unknown, logBucketName: unknown): EnforcedProperty[] {
  return [
    ...enforcedOnEveryBucket,
    {
      path: 'BucketEncryption.ServerSideEncryptionConfiguration',
      accepts: (got) => isEncryptedBy(got, 'aws:kms'),
      rule: 's3-sse-kms',
      instead: 'keep it encrypted with a key of the account',
    },
    {
      path: 'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.KMSMasterKeyID',
      value: keyArn,
      rule: 's3-sse-kms',
      instead: "pass another key as 'encryptionKey'",
    },
    {
      path: 'LoggingConfiguration.DestinationBucketName',
      value: logBucketName,
      rule: 's3-access-log',
      instead: "pass another bucket as 'serverAccessLogsBucket'",
    },
  ];
}

/** What no injector, aspect, mixin or override changes, of the bucket with the access logs. */
export const enforcedOnLogBucket: EnforcedProperty[] = [
  ...enforcedOnEveryBucket,
  {
    path: 'BucketEncryption.ServerSideEncryptionConfiguration',
    accepts: (got) => isEncryptedBy(got, 'AES256'),
    rule: 's3-sse',
    instead: 'keep it encrypted by S3 itself, which delivers access logs to no bucket with a KMS key',
  },
];

/** A bucket has exactly one default. */
function isEncryptedBy(rules: unknown, algorithm: string): boolean {
  if (!Array.isArray(rules) || rules.length !== 1) return false;
  const [rule] = rules as { ServerSideEncryptionByDefault?: { SSEAlgorithm?: unknown } }[];
  return rule.ServerSideEncryptionByDefault?.SSEAlgorithm === algorithm;
}

/**
 * Whether an origin is everybody's; `null` is what sandboxed frames and local files send.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html
 */
export function isAnyOrigin(origin: unknown): boolean {
  return typeof origin === 'string' && /^(([\w*]+:\/\/)?\*|null)$/i.test(origin.trim());
}

function corsOrigins(configuration: unknown): unknown[] {
  const rules = (configuration as { CorsRules?: { AllowedOrigins?: unknown }[] } | undefined)?.CorsRules ?? [];
  return rules.flatMap((rule) => rule.AllowedOrigins);
}

function expires(rules: unknown, what: string): boolean {
  return (
    Array.isArray(rules) &&
    rules.some((rule: Record<string, unknown>) => rule.Status === 'Enabled' && rule[what] !== undefined)
  );
}
