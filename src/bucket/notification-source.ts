import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { IDependable } from 'constructs';
import { withSourceAccount } from './bucket-policy';

/**
 * A destination of notifications whose policy also names the account of the bucket.
 *
 * The ARN of a bucket holds no account: who deletes the bucket and takes its name in another account would send
 * messages to a queue that only names the ARN, which is all that the L2 does.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
 */
export class AccountNamingDestination implements s3.IBucketNotificationDestination {
  constructor(private readonly destination: s3.IBucketNotificationDestination) {}

  public bind(scope: Construct, bucket: s3.IBucket): s3.BucketNotificationDestinationConfig {
    const config = this.destination.bind(scope, bucket);
    for (const dependency of config.dependencies ?? []) nameAccount(bucket, dependency);
    return config;
  }
}

function nameAccount(bucket: s3.IBucket, destination: IDependable): void {
  if (!Construct.isConstruct(destination)) return;
  for (const policy of destination.node.children) {
    if (!(policy instanceof sqs.QueuePolicy || policy instanceof sns.TopicPolicy)) continue;
    const { statements } = policy.document as unknown as { readonly statements: iam.PolicyStatement[] };
    const named = statements.map((statement) =>
      isAbout(bucket, statement) ? withSourceAccount(bucket, statement) : statement,
    );
    statements.splice(0, statements.length, ...named);
  }
}

function isAbout(bucket: s3.IBucket, statement: iam.PolicyStatement): boolean {
  const stack = Stack.of(bucket);
  return JSON.stringify(stack.resolve(statement.conditions)).includes(JSON.stringify(stack.resolve(bucket.bucketArn)));
}
