import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { grantLimited, withUseOfKey } from './limited-grant';
import type { ScopedGrantsProps } from './scoped-grants-props';

/**
 * Grants on a queue that allow one thing.
 *
 * Works with a `Queue` and an imported one.
 */
export class ScopedQueueGrants {
  /**
   * Grants on a queue.
   */
  public static fromQueue(queue: sqs.IQueue, props: ScopedGrantsProps = {}): ScopedQueueGrants {
    return new ScopedQueueGrants(queue, props.encryptionKey ?? queue.encryptionMasterKey);
  }

  private constructor(
    private readonly queue: sqs.IQueue,
    private readonly key?: kms.IKey,
  ) {}

  /**
   * Allows to send messages, one or a batch; not to receive or delete any, nor to ask for the attributes or the URL of the
   * queue, which the L2's `grantSendMessages` allows too. Give the code the URL.
   *
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html (what the key is asked)
   */
  public send(grantee: iam.IGrantable): iam.Grant {
    const { queue, key } = this;
    return withUseOfKey(
      grantLimited({ grantee, actions: ['sqs:SendMessage'], on: queue, resourceArns: [queue.queueArn] }),
      { grantee, key, actions: ['kms:GenerateDataKey', 'kms:Decrypt'], service: 'sqs', of: queue },
    );
  }
}
