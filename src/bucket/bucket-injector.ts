import type { IPropertyInjector, InjectionContext } from 'aws-cdk-lib';
import { RemovalPolicy } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { AccessLogBucket } from './access-log-bucket';
import { prefixOf } from './access-logs';
import { defaults, enforced, lifecycleRules, minimumTlsVersion } from './bucket-defaults';
import { isOwn } from '../defaults/own-construct';
import { SecureKey } from '../key/secure-key';
import { Sandbox } from '../sandbox/sandbox';

/**
 * Gives every raw `s3.Bucket` below a scope the defaults of a `SecureBucket`.
 *
 * For apps that do not want to change a class yet. What a bucket is told explicitly stays as it was told, and is judged
 * by the gate; an explicit `undefined` is filled in. A `SecureBucket` is left as it is.
 *
 * An injector reaches what is made after it was added, and L2s only: no `CfnBucket`, no template that is included. It
 * cannot refuse later grants, statements or overrides, cannot narrow grants, and does not deny uploads with another
 * encryption. It also reaches the buckets that other constructs make for themselves. A bucket that takes access logs of
 * S3 or of load balancers must say `encryption: s3.BucketEncryption.S3_MANAGED`: AWS delivers those to no bucket with a
 * KMS key.
 *
 * Adds to each bucket a policy; and, where the stack has none, the shared key ($1 a month), and the log bucket with its
 * policy.
 *
 * *Deployment*: a bucket that was deployed before is updated in place. Objects that it holds keep their encryption.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/blueprints.html
 */
export class SecureBucketInjector implements IPropertyInjector {
  /**
   * The construct that is injected into.
   */
  public readonly constructUniqueId: string = s3.Bucket.PROPERTY_INJECTION_ID;

  /**
   * The props with what they left open.
   *
   * @param originalProps what the bucket was told
   * @param context where the bucket is made
   */
  public inject(originalProps: any, context: InjectionContext): any {
    const told = (originalProps ?? {}) as s3.BucketProps;
    if (isOwn(told)) return told;
    const { scope, id } = context;

    const removalPolicy = told.removalPolicy ?? Sandbox.removalPolicyFor(scope);
    const filled: s3.BucketProps = {
      ...told,
      blockPublicAccess: told.blockPublicAccess ?? enforced.blockPublicAccess,
      enforceSSL: told.enforceSSL ?? enforced.enforceSSL,
      versioned: told.versioned ?? enforced.versioned,
      lifecycleRules: lifecycleRules(told.lifecycleRules),
      removalPolicy,
      autoDeleteObjects:
        told.autoDeleteObjects ?? (Sandbox.isEnabled(scope) && removalPolicy === RemovalPolicy.DESTROY),
      // The L2 refuses to turn ACLs off where one is asked for.
      objectOwnership:
        told.objectOwnership ?? (told.accessControl === undefined ? enforced.objectOwnership : undefined),
    };
    return {
      ...filled,
      ...(filled.enforceSSL && { minimumTLSVersion: told.minimumTLSVersion ?? minimumTlsVersion }),
      ...encryption(scope, told),
      ...accessLogs(scope, id, told),
    };
  }
}

function encryption(scope: Construct, told: s3.BucketProps): s3.BucketProps {
  const isKms = told.encryption === undefined || told.encryption === s3.BucketEncryption.KMS;
  if (!isKms) return {};
  return {
    encryption: s3.BucketEncryption.KMS,
    encryptionKey: told.encryptionKey ?? SecureKey.shared(scope),
    bucketKeyEnabled: told.bucketKeyEnabled ?? defaults.bucketKeyEnabled,
  };
}

function accessLogs(scope: Construct, id: string, told: s3.BucketProps): s3.BucketProps {
  if (told.serverAccessLogsBucket !== undefined) return {};
  return {
    serverAccessLogsBucket: AccessLogBucket.shared(scope),
    serverAccessLogsPrefix: told.serverAccessLogsPrefix ?? prefixOf(`${scope.node.path}/${id}`),
  };
}
