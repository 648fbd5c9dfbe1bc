import { Annotations, Stack } from 'aws-cdk-lib';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import { AccessLogBucket, deliveryStatement } from './access-log-bucket';

/**
 * Where the access logs of a bucket go, and who lets S3 write them.
 *
 * @returns the bucket that they go to
 */
export function logAccess(bucket: s3.CfnBucket, owner: IConstruct, props: s3.BucketProps): s3.IBucket {
  const target = props.serverAccessLogsBucket ?? AccessLogBucket.shared(owner);
  const prefix = props.serverAccessLogsPrefix ?? prefixOf(owner.node.path);
  const { account, partition } = Stack.of(owner);

  const { statementAdded, policyDependable } =
    target instanceof AccessLogBucket
      ? target.letIn(prefix)
      : target.addToResourcePolicy(deliveryStatement(target, prefix, account, partition));
  if (!statementAdded) {
    Annotations.of(owner).addWarningV2(
      'cdk-secure-serverless:accessLogsPolicyNotAdded',
      `the policy of the imported log bucket '${target.node.path}' must let 'logging.s3.amazonaws.com' write under '${prefix}'`,
    );
  }
  if (policyDependable && Stack.of(target) === Stack.of(bucket)) bucket.node.addDependency(policyDependable);

  bucket.loggingConfiguration = {
    destinationBucketName: target.bucketName,
    logFilePrefix: prefix,
    targetObjectKeyFormat: rendered(props.targetObjectKeyFormat),
  };
  return target;
}

/** The prefix for the logs of the bucket at a path: readable, and without what would be a wildcard in a policy. */
export function prefixOf(path: string): string {
  return `${path.replace(/[^A-Za-z0-9/_-]/g, '-')}/`;
}

function rendered(
  format: s3.TargetObjectKeyFormat | undefined,
): s3.CfnBucket.TargetObjectKeyFormatProperty | undefined {
  return (format as unknown as { _render(): s3.CfnBucket.TargetObjectKeyFormatProperty } | undefined)?._render();
}
