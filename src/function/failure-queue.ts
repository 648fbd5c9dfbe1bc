import { Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct, IConstruct } from 'constructs';
import { acknowledgeLastResort } from './function-acknowledgements';
import { SecureKey } from '../key/secure-key';

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

  private constructor(scope: Construct, id: string) {
    super(scope, id, {
      encryption: sqs.QueueEncryption.KMS,
      encryptionMasterKey: SecureKey.shared(scope),
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    acknowledgeLastResort(this);
  }
}

/** Sends what failed to the queue, with the half of the permission that the key wants. */
export class FailureDestination implements lambda.IDestination {
  constructor(private readonly queue: FailureQueue) {}

  public bind(_scope: Construct, fn: lambda.IFunction): lambda.DestinationConfig {
    fn.grantPrincipal.addToPrincipalPolicy(
      new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }),
    );
    fn.grantPrincipal.addToPrincipalPolicy(useOfKey(this.queue));
    return { destination: this.queue.queueArn };
  }
}

/**
 * What the key of a queue wants of who sends to it: use through SQS, and not of what else the key encrypts.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 */
export function useOfKey(queue: sqs.IQueue): iam.PolicyStatement {
  const { region, urlSuffix } = Stack.of(queue);
  return new iam.PolicyStatement({
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [queue.encryptionMasterKey!.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `sqs.${region}.${urlSuffix}` } },
  });
}
