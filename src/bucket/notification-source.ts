import { isDeepStrictEqual } from 'node:util';
import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { IDependable } from 'constructs';
import { letsS3In } from './bucket-policy';
import { letS3Use } from './s3-key-use';

/**
 * A destination of notifications whose policy also names the account of the bucket.
 *
 * The ARN of a bucket holds no account: who deletes the bucket and takes its name in another account would send
 * messages to a queue that only names the ARN, which is all that the L2 does. In another stack the account takes the
 * place of the ARN: the notification needs the queue, and each stack would need the other.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
 */
export class AccountNamingDestination implements s3.IBucketNotificationDestination {
  constructor(private readonly destination: s3.IBucketNotificationDestination) {}

  public bind(scope: Construct, bucket: s3.IBucket): s3.BucketNotificationDestinationConfig {
    const config = this.destination.bind(scope, bucket);
    for (const dependency of config.dependencies ?? []) {
      nameAccount(bucket, dependency);
      letS3Encrypt(bucket, dependency);
    }
    return config;
  }
}

function nameAccount(bucket: s3.IBucket, destination: IDependable): void {
  if (!Construct.isConstruct(destination)) return;
  for (const policy of destination.node.children) {
    if (!(policy instanceof sqs.QueuePolicy || policy instanceof sns.TopicPolicy)) continue;
    const { statements } = policy.document as unknown as { readonly statements: iam.PolicyStatement[] };
    const named = statements.map((statement) =>
      isAbout(bucket, statement) ? naming(bucket, policy, statement) : statement,
    );
    statements.splice(0, statements.length, ...named);
  }
}

/**
 * Lets S3 use the key of an encrypted topic, which the L2 does with a feature flag only: without it no message arrives.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 */
function letS3Encrypt(bucket: s3.IBucket, destination: IDependable): void {
  if (!(destination instanceof sns.TopicBase)) return;
  letS3Use(destination.masterKey, bucket, ['kms:GenerateDataKey', 'kms:Decrypt']);
}

function naming(bucket: s3.IBucket, policy: Construct, statement: iam.PolicyStatement): iam.PolicyStatement {
  const { account, partition } = Stack.of(bucket);
  const isBeside = Stack.of(policy) === Stack.of(bucket);
  return new iam.PolicyStatement({
    sid: statement.sid,
    principals: [new iam.ServicePrincipal('s3.amazonaws.com')],
    actions: statement.actions,
    resources: statement.resources,
    conditions: {
      ArnLike: { 'aws:SourceArn': isBeside ? bucket.bucketArn : `arn:${partition}:s3:::*` },
      StringEquals: { 'aws:SourceAccount': account },
    },
  });
}

/** Whether it is what the L2 has just written: S3 alone, and the bucket's ARN as the only condition. */
function isAbout(bucket: s3.IBucket, statement: iam.PolicyStatement): boolean {
  return (
    letsS3In(bucket, statement) &&
    isDeepStrictEqual(statement.conditions, { ArnLike: { 'aws:SourceArn': bucket.bucketRef.bucketArn } })
  );
}
