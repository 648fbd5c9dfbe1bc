import { deployedArnOf, deployedText } from './deployed-text';
import type { Verdict } from './evaluate';
import { can, canInThisWorld } from './permission-paths';
import type { ContextValue } from './request-context';
import type { Application } from '../template/application';
import type { Resource } from '../template/resource';

/** A step that has to be allowed for a message to arrive. */
export interface DeliveryStep {
  readonly action: string;
  readonly on: Resource;
  readonly verdict: Verdict;
}

/** The service that sends for a resource. */
const senders: Readonly<Record<string, string>> = {
  'AWS::SNS::Topic': 'sns.amazonaws.com',
  'AWS::S3::Bucket': 's3.amazonaws.com',
  'AWS::Events::Rule': 'events.amazonaws.com',
  'AWS::CloudWatch::Alarm': 'cloudwatch.amazonaws.com',
};

/** What it needs to send, and where the receiver names its key. */
const receivers: Readonly<Record<string, { readonly action: string; readonly key?: string }>> = {
  'AWS::SQS::Queue': { action: 'sqs:SendMessage', key: 'KmsMasterKeyId' },
  'AWS::SNS::Topic': { action: 'sns:Publish', key: 'KmsMasterKeyId' },
  'AWS::Lambda::Function': { action: 'lambda:InvokeFunction' },
};

/**
 * Every step that a message takes from a topic, bucket, rule or alarm to a queue, topic or function: sending it, and
 * encrypting it where the receiver has a key of the application.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html#compatibility-with-aws-services
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 * @throws if there is no such delivery between resources of these types
 */
export function deliverySteps(app: Application, from: Resource, to: Resource): readonly DeliveryStep[] {
  return requestsOf(from, to).map(({ sender, action, on, context }) => ({
    action,
    on,
    verdict: can(app, sender, action, on, { context }),
  }));
}

/** {@link deliverySteps} in the world that is looked at: what a rule asks, which runs once in each. */
export function deliveryStepsInThisWorld(from: Resource, to: Resource): readonly DeliveryStep[] {
  return requestsOf(from, to).map(({ sender, action, on, context }) => ({
    action,
    on,
    verdict: canInThisWorld(sender, action, on, { context }),
  }));
}

/** Whether a resource of the one type sends to one of the other through a policy of the receiver. */
export function delivers(from: Resource, to: Resource): boolean {
  return Object.hasOwn(senders, from.type) && Object.hasOwn(receivers, to.type);
}

function requestsOf(from: Resource, to: Resource) {
  if (!delivers(from, to)) throw new Error(`${from.type} does not deliver to ${to.type} through a resource policy`);
  const sender = senders[from.type];
  const receiver = receivers[to.type];
  const key = receiver.key === undefined ? undefined : to.read(receiver.key).target;
  const use = (action: string, on: Resource) => ({ sender, action, on, context: saidToKey(from, to) });
  return [
    { sender, action: receiver.action, on: to, context: sourceOf(from) },
    ...(key?.is('AWS::KMS::Key') ? [use('kms:GenerateDataKey', key), use('kms:Decrypt', key)] : []),
  ];
}

type Context = Readonly<Record<string, ContextValue>>;

/** Of the account and Region of the sender, which need not be those of the receiver. */
function sourceOf(from: Resource): Context {
  return {
    'aws:SourceArn': deployedArnOf(from),
    'aws:SourceAccount': deployedText('${AWS::AccountId}', from.template),
  };
}

const noSource: Context = { 'aws:SourceArn': [], 'aws:SourceAccount': [], 'aws:SourceOrgID': [] };

/**
 * What a service says about the sender when it uses the key of a receiver: EventBridge says nothing to that of a topic.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 */
export function saidToKey(from: Resource, to: Resource): Context {
  return from.is('AWS::Events::Rule') && to.is('AWS::SNS::Topic') ? noSource : sourceOf(from);
}
