import { isDeepStrictEqual } from 'node:util';
import type { CfnResource } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { render } from '../enforced/enforced';
import { names, namesIn, markedProperties } from '../enforced/references';
import { judgeReferrers } from '../enforced/second-writer';
import { isConfusable } from '../resource-policy/statement';
import type { WrittenStatement } from '../resource-policy/statement';

/** A service that writes to buckets in its own name. */
interface Delivery {
  /** For what it writes, which it says to the bucket. */
  readonly source?: (stack: Stack) => string;
  /** What it asks of the key of the bucket. */
  readonly keyActions: readonly string[];
}

/**
 * Services of which AWS documents what they say about the account that they write for, and what they need of the key.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-S3.html
 * @see https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
 * @see https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/configure-inventory.html#configure-inventory-kms-key-policy
 */
const deliveries: Readonly<Record<string, Delivery>> = {
  'cloudtrail.amazonaws.com': {
    source: ({ partition, account }) => `arn:${partition}:cloudtrail:*:${account}:trail/*`,
    keyActions: ['kms:GenerateDataKey', 'kms:Decrypt', 'kms:DescribeKey'],
  },
  'config.amazonaws.com': { keyActions: ['kms:GenerateDataKey', 'kms:Decrypt'] },
  'delivery.logs.amazonaws.com': {
    source: ({ partition, account }) => `arn:${partition}:logs:*:${account}:*`,
    keyActions: [
      'kms:Encrypt',
      'kms:Decrypt',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
      'kms:GenerateDataKey',
      'kms:DescribeKey',
    ],
  },
  's3.amazonaws.com': { keyActions: ['kms:GenerateDataKey'] },
};

/** Limits what the L2s write for a service without saying for whom: to this account, and to what the service works for. */
export function forThisAccount(bucket: s3.IBucket, statement: iam.PolicyStatement): iam.PolicyStatement {
  const stack = Stack.of(bucket);
  const written = stack.resolve(statement.toStatementJson()) as WrittenStatement;
  const delivery = deliveryOf(written);
  if (!delivery?.source || !isConfusable(written)) return statement;
  const copy = statement.copy();
  copy.addCondition('StringEquals', { 'aws:SourceAccount': stack.account });
  copy.addCondition('ArnLike', { 'aws:SourceArn': delivery.source(stack) });
  return copy;
}

/** Lets a service that may put objects encrypt them; an imported key is not ours to change. */
export function letServiceEncrypt(bucket: s3.IBucket, statement: iam.PolicyStatement): void {
  const stack = Stack.of(bucket);
  const written = stack.resolve(statement.toStatementJson()) as WrittenStatement;
  const delivery = deliveryOf(written);
  if (!delivery || ![written.Action].flat().includes('s3:PutObject')) return;
  bucket.encryptionKey?.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal((written.Principal as { Service: string }).Service)],
      actions: [...delivery.keyActions],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
    true,
  );
}

/** Where one such service is let in, and nobody else. */
function deliveryOf({ Effect, Principal }: WrittenStatement): Delivery | undefined {
  const { Service: service, ...others } = (Principal ?? {}) as { readonly Service?: unknown };
  if (Effect !== 'Allow' || typeof service !== 'string' || Object.keys(others).length > 0) return undefined;
  return Object.hasOwn(deliveries, service) ? deliveries[service] : undefined;
}

/**
 * Fails synthesis where logs would not arrive, of which nobody hears: trails that are encrypted otherwise than the bucket wants,
 * and flow logs that nobody lets in; and standard logs (legacy) of CloudFront, which are delivered by ACL and fail the deployment.
 *
 * A trail without a key asks for SSE-S3; a flow log without a statement has EC2 write one into the policy of the bucket, from where
 * the next deployment takes it away.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
 */
export function judgeDeliveries(bucket: s3.Bucket, keyArn: string): void {
  const target = bucket.node.defaultChild as s3.CfnBucket;
  const stack = Stack.of(bucket);
  judgeReferrers(target, {
    type: 'AWS::CloudTrail::Trail',
    property: 'S3BucketName',
    name: target.bucketName,
    judge: (trail) =>
      encryptsWith(trail, stack, keyArn)
        ? []
        : [
            `'${trail.node.path}' would be denied, because it does not encrypt with the key of '${bucket.node.path}': pass that as its 'encryptionKey'`,
          ],
  });
  judgeReferrers(target, {
    type: 'AWS::EC2::FlowLog',
    property: 'LogDestination',
    judge: (log) =>
      letsLogsIn(bucket)
        ? []
        : [
            `'${log.node.path}' is not let in by the policy of '${bucket.node.path}': set the feature flag '@aws-cdk/aws-s3:createDefaultLoggingPolicy', or let 'delivery.logs.amazonaws.com' put objects with 'addToResourcePolicy'`,
          ],
  });
  judgeReferrers(target, {
    type: 'AWS::CloudFront::Distribution',
    property: 'DistributionConfig',
    judge: (distribution) =>
      logsTo(distribution, target)
        ? [
            `'${distribution.node.path}' cannot deliver its log to '${bucket.node.path}', which takes no ACL: deliver it with 'logs.CfnDeliverySource', which needs none, or make an 's3.Bucket' with 'objectOwnership: BUCKET_OWNER_PREFERRED' for it`,
          ]
        : [],
  });
}

/** A distribution also names the buckets that it serves. */
function logsTo(distribution: CfnResource, target: CfnResource): boolean {
  const { Logging } = (markedProperties(distribution)?.DistributionConfig ?? {}) as { readonly Logging?: unknown };
  return names(namesIn(Logging), distribution, target);
}

/** A key that is written otherwise, or in another stack, may be the same. */
function encryptsWith(trail: CfnResource, stack: Stack, keyArn: string): boolean {
  const { KMSKeyId: key } = (render(trail)?.Properties ?? {}) as { readonly KMSKeyId?: unknown };
  const own = stack.resolve(keyArn) as unknown;
  const isComparable = Stack.of(trail) === stack && isAttribute(key) && isAttribute(own);
  return isComparable ? isDeepStrictEqual(key, own) : key !== undefined;
}

function isAttribute(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'Fn::GetAtt' in value;
}

function letsLogsIn(bucket: s3.Bucket): boolean {
  const { Statement } = Stack.of(bucket).resolve(bucket.policy?.document.toJSON()) as {
    readonly Statement: readonly WrittenStatement[];
  };
  return Statement.some(
    ({ Effect, Principal, Action }) =>
      Effect === 'Allow' &&
      [(Principal as { readonly Service?: unknown } | undefined)?.Service]
        .flat()
        .includes('delivery.logs.amazonaws.com') &&
      [Action].flat().includes('s3:PutObject'),
  );
}
