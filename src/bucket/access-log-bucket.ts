import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct, IConstruct } from 'constructs';
import { logBucketAcknowledgements, nestedLogBucketAcknowledgements } from './bucket-acknowledgements';
import { enforced, enforcedOnLogBucket, lifecycleRules, minimumTlsVersion } from './bucket-defaults';
import { guardPolicy, transportStatements } from './bucket-policy';
import { acknowledgeEmptying } from './deployment-helpers';
import { acknowledge } from '../acknowledgement/acknowledgement';
import { own } from '../defaults/own-construct';
import { enforce } from '../enforced/enforced';
import { enforceRetention } from '../enforced/retained';
import { Sandbox } from '../sandbox/sandbox';
import { rootStackOf } from '../stack/root-stack';

/** The construct id of the log bucket, under the root stack. */
export const ACCESS_LOGS = 'AccessLogs';

/**
 * Where all buckets of a root stack have their access logs, each under a prefix of its own.
 *
 * Encrypted by S3 itself: it delivers access logs to no bucket with a KMS key.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export class AccessLogBucket extends s3.Bucket {
  public static shared(scope: IConstruct): AccessLogBucket {
    const root = rootStackOf(scope);
    const bucket = AccessLogBucket.of(root);
    if (Stack.of(scope) !== root) acknowledge(bucket.node.defaultChild!, nestedLogBucketAcknowledgements);
    return bucket;
  }

  private static of(root: Stack): AccessLogBucket {
    const existing = root.node.tryFindChild(ACCESS_LOGS);
    if (existing === undefined) return new AccessLogBucket(root, ACCESS_LOGS);
    if (existing instanceof AccessLogBucket) return existing;
    throw new Error(
      `${existing.node.path}: '${ACCESS_LOGS}' is the id of the log bucket of the stack: give this construct another id, or pass 'serverAccessLogsBucket'`,
    );
  }

  /** What its policy has to say; grows with the buckets that log here. */
  private readonly required: iam.PolicyStatement[];

  private constructor(scope: Construct, id: string) {
    const removalPolicy = Sandbox.removalPolicyFor(scope);
    super(
      scope,
      id,
      own({
        ...enforced,
        minimumTLSVersion: minimumTlsVersion,
        encryption: s3.BucketEncryption.S3_MANAGED,
        lifecycleRules: [
          ...lifecycleRules([{ noncurrentVersionExpiration: Duration.days(1) }]),
          { id: 'ExpireLogs', expiration: Duration.days(365) },
        ],
        removalPolicy,
        autoDeleteObjects: removalPolicy === RemovalPolicy.DESTROY,
      }),
    );

    const resource = this.node.defaultChild as s3.CfnBucket;
    enforce(this, resource, enforcedOnLogBucket);
    enforceRetention(this, resource);
    this.required = transportStatements(this.bucketArn);
    guardPolicy(this, this.required, removalPolicy);
    acknowledge(resource, logBucketAcknowledgements);
    acknowledgeEmptying(this);
    Object.defineProperty(this, 'allowLogDelivery', {
      value: (_from: IConstruct, prefix?: string) => void this.letIn(prefix ?? ''),
    });
  }

  /**
   * Lets S3 write the logs of a bucket of this account.
   *
   * A raw bucket that an injector points here arrives by the L2's private `allowLogDelivery`, which would turn ACLs on;
   * should it be named otherwise one day, what is enforced here fails synthesis.
   */
  public letIn(prefix: string): iam.AddToResourcePolicyResult {
    const { account, partition } = Stack.of(this);
    const statement = deliveryStatement(this, prefix, account, partition);
    this.required.push(statement);
    return this.addToResourcePolicy(statement);
  }
}

/**
 * What S3 needs to deliver access logs, with CDK's feature flag for it (`serverAccessLogsUseBucketPolicy`) and without,
 * where the L2 would turn ACLs on.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html#grant-log-delivery-permissions-bucket-policy
 */
export function deliveryStatement(
  target: s3.IBucket,
  prefix: string,
  account: string,
  partition: string,
): iam.PolicyStatement {
  return new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal('logging.s3.amazonaws.com')],
    actions: ['s3:PutObject'],
    resources: [target.arnForObjects(`${prefix}*`)],
    conditions: {
      ArnLike: { 'aws:SourceArn': `arn:${partition}:s3:::*` },
      StringEquals: { 'aws:SourceAccount': account },
    },
  });
}
