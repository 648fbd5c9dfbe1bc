import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { grantLimited, withUseOfKey } from './limited-grant';
import type { ScopedGrantsProps } from './scoped-grants-props';

/**
 * Grants on a topic that allow one thing.
 *
 * Works with a `Topic` and an imported one.
 */
export class ScopedTopicGrants {
  /**
   * Grants on a topic.
   */
  public static fromTopic(topic: sns.ITopic, props: ScopedGrantsProps = {}): ScopedTopicGrants {
    return new ScopedTopicGrants(topic, props.encryptionKey ?? topic.masterKey);
  }

  private constructor(
    private readonly topic: sns.ITopic,
    private readonly key?: kms.IKey,
  ) {}

  /**
   * Allows to publish messages, one or a batch; not to subscribe anybody, nor to publish to phone numbers, and to use the
   * topic's key through SNS only.
   *
   * SNS has no condition on what is published: which subscribers get a message is decided by their filter policies.
   *
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
   */
  public publish(grantee: iam.IGrantable): iam.Grant {
    const { topic, key } = this;
    return withUseOfKey(
      grantLimited({ grantee, actions: ['sns:Publish'], on: topic, resourceArns: [topic.topicArn] }),
      { grantee, key, actions: ['kms:GenerateDataKey', 'kms:Decrypt'], service: 'sns', of: topic },
    );
  }
}
