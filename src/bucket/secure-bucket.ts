import { RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { AccessLogBucket } from './access-log-bucket';
import { logAccess } from './access-logs';
import { bucketAcknowledgements } from './bucket-acknowledgements';
import { defaults, enforced, enforcedOnBucket, lifecycleRules, minimumTlsVersion } from './bucket-defaults';
import { bucketGrants } from './bucket-grants';
import { faultsOfNewStatement, guardPolicy, transportStatements, withSourceAccount } from './bucket-policy';
import { refuseBucketRemoval, refuseCors, refuseProps } from './bucket-refusals';
import { acknowledgeEmptying, acknowledgeNotifications } from './deployment-helpers';
import { encryptionStatements } from './encryption-statements';
import { forThisAccount, judgeDeliveries, letServiceEncrypt } from './log-delivery';
import { AccountNamingDestination } from './notification-source';
import { letS3Use } from './s3-key-use';
import { acknowledge } from '../acknowledgement/acknowledgement';
import { own } from '../defaults/own-construct';
import { enforce, enforcePresence } from '../enforced/enforced';
import { enforceRetention } from '../enforced/retained';
import { hardenKey } from '../key/key-hardening';
import { SecureKey } from '../key/secure-key';
import { Refusals, SecurityRefusal } from '../refusals/refusals';
import { narrowStatement } from '../role/statement-narrowing';
import { Sandbox } from '../sandbox/sandbox';

/**
 * Settings of a `SecureBucket`; those that would weaken it are refused.
 */
export interface SecureBucketProps extends s3.BucketProps {}

/**
 * An S3 bucket that nobody outside gets into and that forgets nothing.
 *
 * Open buckets are how most data is lost, and nearly always by one line of configuration. All public access is blocked
 * and ACLs are off; clients need TLS 1.2; objects are encrypted with a customer-managed key (`SecureKey.shared` unless
 * another is given), and uploads that choose another encryption are denied. Who overwrites or deletes leaves the old
 * version for 90 days; incomplete uploads go after 7. Who asked for what is logged, in a log bucket that the stack
 * shares, for a year. The bucket and its policy stay when the stack goes.
 *
 * Grants are narrower than the L2's: `grantWrite`, `grantPut` and `grantReadWrite` do not allow to delete
 * (`grantDelete` does), and other accounts get the exact actions. Writing tags, legal holds or retention is asked for
 * by name: `grantWrite(role, '*', ['s3:PutObject', 's3:PutObjectTagging'])`.
 *
 * Throws for `publicReadAccess`, an incomplete `blockPublicAccess`, `accessControl` and `objectOwnership` with ACLs,
 * `website…`, `encryption` other than KMS, an alias instead of a key, `enforceSSL: false`, TLS before 1.2,
 * `versioned: false`, CORS from `*` or `null`, a log bucket with a KMS key, replication rules that would skip encrypted objects, and, except in a sandbox,
 * `autoDeleteObjects` or a removal policy that does not retain.
 *
 * Adds 1 resource beside the bucket, its policy; and, where the stack has none, the shared key, and the log bucket with
 * its policy. Costs what S3 costs, and the shared key's $1 a month.
 *
 * *Deployment*: requests without encryption headers are encrypted by the default of the bucket. Clients that send
 * `aws:kms` must send the ARN of the key too. Replication and inventories write without these headers. S3 delivers
 * access logs within hours, best effort. Logs of other services arrive where these encrypt with a key: let in by their L2s or by
 * `addToResourcePolicy`, trails (with `encryptionKey: bucket.encryptionKey`), flow logs, network load balancers, inventories and AWS Config
 * may use the key of the bucket, for this account. Access logs of other buckets and of application load balancers are delivered to buckets with SSE-S3 only, standard logs (legacy) of CloudFront
 * to buckets with ACLs only: both need an `s3.Bucket`. In a sandbox CDK's helper function empties the bucket before it is deleted.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export class SecureBucket extends s3.Bucket {
  constructor(scope: Construct, id: string, props: SecureBucketProps = {}) {
    const refusals = Refusals.ofNew(scope, id);
    refuseProps(refusals, scope, props);
    refusals.throwIfAny();

    // Who asked the L2 for encryption with KMS got a key of the bucket's own, and must keep it: it encrypts what is there.
    const hasOwnKey = props.encryption === s3.BucketEncryption.KMS && props.encryptionKey === undefined;
    const givenKey = hasOwnKey ? undefined : (props.encryptionKey ?? SecureKey.shared(scope));
    const removalPolicy = props.removalPolicy ?? Sandbox.removalPolicyFor(scope);
    super(
      scope,
      id,
      own({
        ...props,
        ...enforced,
        bucketKeyEnabled: props.bucketKeyEnabled ?? defaults.bucketKeyEnabled,
        minimumTLSVersion: props.minimumTLSVersion ?? minimumTlsVersion,
        encryption: s3.BucketEncryption.KMS,
        encryptionKey: givenKey,
        lifecycleRules: lifecycleRules(props.lifecycleRules),
        removalPolicy,
        autoDeleteObjects: props.autoDeleteObjects ?? removalPolicy === RemovalPolicy.DESTROY,
        // The L2 would write an ACL on the log bucket, depending on a feature flag.
        serverAccessLogsBucket: undefined,
        serverAccessLogsPrefix: undefined,
        targetObjectKeyFormat: undefined,
      }),
    );

    const { keyArn } = givenKey ?? hardenedOwnKey(this, removalPolicy);
    const resource = this.node.defaultChild as s3.CfnBucket;
    const logBucket = logAccess(resource, this, props);
    enforce(this, resource, enforcedOnBucket(keyArn, logBucket.bucketName));
    if (logBucket instanceof AccessLogBucket) enforcePresence(this, logBucket.node.defaultChild as s3.CfnBucket);
    enforceRetention(this, resource);
    guardPolicy(
      this,
      [
        ...transportStatements(this.bucketArn, props.minimumTLSVersion),
        ...encryptionStatements(this.arnForObjects('*'), keyArn),
      ],
      removalPolicy,
    );
    judgeDeliveries(this, keyArn);
    acknowledge(resource, bucketAcknowledgements);
    acknowledgeEmptying(this);
  }

  /**
   * Grants of exactly what was asked for: writing does not mean deleting, and nothing is public.
   */
  public override get grants(): s3.BucketGrants {
    return bucketGrants(this, super.grants);
  }

  /**
   * Lets other accounts and services in, with the exact actions that are meant.
   *
   * Throws when the statement lets in everybody, allows `s3:*`, lets a service in for any account, lets another
   * account change who gets in, or names an origin access identity of CloudFront, which cannot read what a KMS key
   * encrypts: an origin access control can.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
   */
  public override addToResourcePolicy(permission: iam.PolicyStatement): iam.AddToResourcePolicyResult {
    const named = forThisAccount(this, withSourceAccount(this, permission));
    const refusals = Refusals.of(this);
    refusals.addAll(faultsOfNewStatement(this, named));
    refusals.throwIfAny();

    letServiceEncrypt(this, named);
    const results = narrowStatement(named).map((statement) => super.addToResourcePolicy(statement));
    return results[0] ?? { statementAdded: true, policyDependable: this.policy };
  }

  /**
   * Lets browsers of named origins use the bucket.
   *
   * Throws for the origin `*`.
   */
  public override addCorsRule(rule: s3.CorsRule): void {
    const refusals = Refusals.of(this);
    refuseCors(refusals, rule);
    refusals.throwIfAny();
    super.addCorsRule(rule);
  }

  /**
   * Lists what is in the bucket, in files that S3 writes to another bucket; its key lets S3 in.
   *
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/configure-inventory.html#configure-inventory-kms-key-policy
   */
  public override addInventory(inventory: s3.Inventory): void {
    super.addInventory(inventory);
    letS3Use(inventory.destination.bucket.encryptionKey, this, ['kms:GenerateDataKey']);
  }

  /**
   * Sends notifications to a function, queue or topic, whose policy names this bucket and this account.
   *
   * The first one adds CDK's helper function to the stack, with its role and a policy (3 resources).
   */
  public override addEventNotification(
    event: s3.EventType,
    dest: s3.IBucketNotificationDestination,
    ...filters: s3.NotificationKeyFilter[]
  ): void {
    super.addEventNotification(event, new AccountNamingDestination(dest), ...filters);
    acknowledgeNotifications(this);
  }

  /**
   * Sends all events of the bucket to the default event bus of the account.
   *
   * The first one adds CDK's helper function to the stack, with its role and a policy (3 resources).
   */
  public override enableEventBridgeNotification(): void {
    super.enableEventBridgeNotification();
    acknowledgeNotifications(this);
  }

  /**
   * Keeps the bucket when it leaves the template.
   *
   * Throws for a policy that deletes it, except in a sandbox.
   */
  public override applyRemovalPolicy(policy: RemovalPolicy): void {
    const refusals = Refusals.of(this);
    refuseBucketRemoval(refusals, this, policy);
    refusals.throwIfAny();
    super.applyRemovalPolicy(policy);
  }
}

function hardenedOwnKey(bucket: s3.Bucket, removalPolicy: RemovalPolicy): kms.IKey {
  const key = bucket.encryptionKey;
  if (!(key instanceof kms.Key)) {
    throw new SecurityRefusal(bucket.node.path, [
      "a property injector took the key of 'encryption: KMS' away: let it inject an 'encryptionKey', or nothing",
    ]);
  }
  // A key is of no use without its bucket, and costs a dollar a month.
  if (Sandbox.isEnabled(bucket)) key.applyRemovalPolicy(removalPolicy);
  hardenKey(key);
  return key;
}
