import { Token } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import { isAnyOrigin, minimumTlsVersion } from './bucket-defaults';
import { refuseRemoval } from '../enforced/retained';
import { aliasOf } from '../key/key-alias';
import type { Refusals } from '../refusals/refusals';
import { Sandbox } from '../sandbox/sandbox';

const removal = 'deletes the objects with the stack';
const throughCloudFront = 'serve it through CloudFront with an origin access control';

/** Refuses what a bucket is asked for and must not do. */
export function refuseProps(refusals: Refusals, scope: IConstruct, props: s3.BucketProps): void {
  refusePublic(refusals, props);
  refuseWeakEncryption(refusals, props);
  refuseKey(refusals, scope, props.encryptionKey);
  refuseLoss(refusals, scope, props);
  refuseEmptyReplication(refusals, props);
  for (const rule of props.cors ?? []) refuseCors(refusals, rule);
}

export function refuseCors(refusals: Refusals, rule: s3.CorsRule): void {
  for (const origin of rule.allowedOrigins.filter(isAnyOrigin)) {
    refusals.add(
      `'allowedOrigins: ${origin}' lets every website read with the credentials of its visitors`,
      "name the origins, such as 'https://www.example.com'",
    );
  }
}

export function refuseBucketRemoval(
  refusals: Refusals,
  scope: IConstruct,
  policy: s3.BucketProps['removalPolicy'],
): void {
  refuseRemoval(refusals, scope, policy, removal);
}

function refusePublic(refusals: Refusals, props: s3.BucketProps): void {
  const { blockPublicAccess, accessControl, objectOwnership } = props;
  refusals.addIf(
    props.publicReadAccess === true,
    "'publicReadAccess: true' makes the bucket public",
    throughCloudFront,
  );
  const { BLOCK_ALL } = s3.BlockPublicAccess;
  const flags = ['blockPublicAcls', 'blockPublicPolicy', 'ignorePublicAcls', 'restrictPublicBuckets'] as const;
  const open = flags.filter((flag) => blockPublicAccess !== undefined && blockPublicAccess[flag] !== BLOCK_ALL[flag]);
  refusals.addIf(
    open.length > 0,
    `'blockPublicAccess' without ${open.map((flag) => `'${flag}'`).join(', ')} lets the bucket become public`,
    "remove it, or write 's3.BlockPublicAccess.BLOCK_ALL'",
  );
  refusals.addIf(
    accessControl !== undefined && accessControl !== s3.BucketAccessControl.PRIVATE,
    `'accessControl: ${accessControl}' needs ACLs, which are off`,
    "let others in by 'grant…' or 'addToResourcePolicy'",
  );
  refusals.addIf(
    objectOwnership !== undefined && objectOwnership !== s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
    `'objectOwnership: ${objectOwnership}' turns ACLs on`,
    "remove it, and let others in by 'grant…' or 'addToResourcePolicy'",
  );
  for (const prop of [
    'websiteIndexDocument',
    'websiteErrorDocument',
    'websiteRedirect',
    'websiteRoutingRules',
  ] as const) {
    refusals.addIf(
      props[prop] !== undefined,
      `'${prop}' makes a website that is public and without TLS`,
      'serve it through CloudFront with an origin access control',
    );
  }
}

function refuseWeakEncryption(refusals: Refusals, props: s3.BucketProps): void {
  const { encryption, minimumTLSVersion: tls } = props;
  refusals.addIf(
    encryption !== undefined && encryption !== s3.BucketEncryption.KMS,
    `'encryption: ${encryption}' is not a key of the account`,
    "remove it, or write 's3.BucketEncryption.KMS'",
  );
  refusals.addIf(props.enforceSSL === false, "'enforceSSL: false' lets objects travel in the clear", 'remove it');
  refusals.addIf(
    tls !== undefined && (Token.isUnresolved(tls) || tls < minimumTlsVersion),
    Token.isUnresolved(tls) ? "'minimumTLSVersion' is a token" : `'minimumTLSVersion: ${tls}' can be broken`,
    `remove it, or write a number that is at least ${minimumTlsVersion}`,
  );
  refusals.addIf(
    props.serverAccessLogsBucket?.encryptionKey !== undefined,
    "'serverAccessLogsBucket' is encrypted with a KMS key, and S3 delivers access logs to none of those",
    'pass a bucket with SSE-S3, or remove it and use the log bucket of the stack',
  );
}

/**
 * The bucket policy compares the key that an upload asks for to this one, and S3 says it by its ARN.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms
 */
function refuseKey(refusals: Refusals, scope: IConstruct, key: s3.BucketProps['encryptionKey']): void {
  const alias = aliasOf(scope, key);
  refusals.addIf(
    alias !== undefined,
    `'encryptionKey' is the alias '${alias}', which can come to mean another key`,
    "pass the key itself, such as 'kms.Key.fromKeyArn', or 'aliasTargetKey' of the alias",
  );
}

function refuseLoss(refusals: Refusals, scope: IConstruct, props: s3.BucketProps): void {
  refusals.addIf(
    props.versioned === false,
    "'versioned: false' leaves nothing of an object that is overwritten or deleted",
    'remove it, old versions expire after 90 days',
  );
  refusals.addIf(
    props.autoDeleteObjects === true && !Sandbox.isEnabled(scope),
    `'autoDeleteObjects: true' ${removal}`,
    "remove it, or call 'Sandbox.enable' on a stack that is to be thrown away",
  );
  refuseBucketRemoval(refusals, scope, props.removalPolicy);
}

/**
 * Every object is encrypted with KMS, and S3 skips those unless it is told otherwise.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
 */
function refuseEmptyReplication(refusals: Refusals, { replicationRules = [] }: s3.BucketProps): void {
  refusals.addIf(
    replicationRules.some((rule) => rule.sseKmsEncryptedObjects !== true || rule.kmsKey === undefined),
    "'replicationRules' without 'sseKmsEncryptedObjects: true' and 'kmsKey' would copy nothing",
    "write both, with the key of the destination as 'kmsKey'",
  );
}
