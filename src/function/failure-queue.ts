import { Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct, IConstruct } from 'constructs';
import { acknowledgeLastResort } from './function-acknowledgements';
import { enforcedOnFailureQueue } from './function-defaults';
import { enforce, enforcePresence } from '../enforced/enforced';
import { SecureKey } from '../key/secure-key';
import { Refusals } from '../refusals/refusals';
import { openings, type WrittenStatement } from '../resource-policy/statement';

const SHARED = 'FunctionFailureQueue';

/**
 * Where the events go that a function did not manage to handle, one queue for all functions of a stack.
 *
 * An alarm on it is the only notice that an asynchronous event was lost:
 * `fn.failureQueue?.metricApproximateNumberOfMessagesVisible().createAlarm(…)`.
 */
export class FailureQueue extends sqs.Queue {
  public static shared(scope: IConstruct): FailureQueue {
    const stack = Stack.of(scope);
    const existing = stack.node.tryFindChild(SHARED);
    if (existing === undefined) return new FailureQueue(stack, SHARED);
    if (existing instanceof FailureQueue) return existing;
    throw new Error(
      `${existing.node.path}: '${SHARED}' is the id of the queue for events that functions failed to handle: give this construct another id`,
    );
  }

  /** The key that encrypts what failed. */
  public readonly key: kms.IKey;

  private constructor(scope: Construct, id: string) {
    const key = SecureKey.shared(scope);
    super(scope, id, {
      encryption: sqs.QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.key = key;
    enforce(this, this.node.defaultChild as sqs.CfnQueue, enforcedOnFailureQueue(key.keyArn));
    const policy = this.node.tryFindChild('Policy')?.node.defaultChild;
    if (policy instanceof sqs.CfnQueuePolicy) enforcePresence(this, policy);
    acknowledgeLastResort(this);
  }

  /** Refuses to let others at what failed than who is named. */
  public override addToResourcePolicy(statement: iam.PolicyStatement): iam.AddToResourcePolicyResult {
    const refusals = Refusals.of(this);
    for (const [got, instead] of openings(statement.toStatementJson() as WrittenStatement)) refusals.add(got, instead);
    refusals.throwIfAny();
    return super.addToResourcePolicy(statement);
  }
}

/** Sends what failed to the queue, with the half of the permission that the key wants. */
export class FailureDestination implements lambda.IDestination {
  constructor(private readonly queue: FailureQueue) {}

  public bind(_scope: Construct, fn: lambda.IFunction): lambda.DestinationConfig {
    fn.grantPrincipal.addToPrincipalPolicy(
      new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }),
    );
    fn.grantPrincipal.addToPrincipalPolicy(useOfKey(this.queue.key));
    return { destination: this.queue.queueArn };
  }
}

/**
 * What the key of a queue wants of who sends to it: use through SQS, and not of what else the key encrypts.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 */
export function useOfKey(key: kms.IKey): iam.PolicyStatement {
  const { region, urlSuffix } = Stack.of(key);
  return new iam.PolicyStatement({
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `sqs.${region}.${urlSuffix}` } },
  });
}
