import type { Resource, Value } from '../../../template';

/** What sends to what, and where that is written. */
export interface Delivery {
  readonly from: Resource | undefined;
  readonly to: Resource | undefined;
  readonly at: Value;
}

type Notifications = Readonly<Record<string, string>>;

/** Notifications of a bucket: the list, and what names the receiver in it. */
const asProperty: Notifications = {
  QueueConfigurations: 'Queue',
  TopicConfigurations: 'Topic',
  LambdaConfigurations: 'Function',
};

/** As the API of S3 takes them, and so what the CDK gives to the provider that writes them. */
const asRequest: Notifications = {
  QueueConfigurations: 'QueueArn',
  TopicConfigurations: 'TopicArn',
  LambdaFunctionConfigurations: 'LambdaFunctionArn',
};

const readers: Readonly<Record<string, (source: Resource) => readonly Delivery[]>> = {
  'AWS::SNS::Subscription': (subscription) => {
    const from = subscription.read('TopicArn').target;
    const failed = subscription.read('RedrivePolicy.deadLetterTargetArn');
    return [subscription.read('Endpoint'), ...said(failed)].map((at) => ({ from, to: at.target, at }));
  },
  // The role of a target is for the target: what fails goes to the dead-letter queue without it.
  'AWS::Events::Rule': (rule) =>
    rule
      .read('Targets')
      .items.flatMap((target) => [
        ...(target.read('RoleArn').isAbsent ? [target.read('Arn')] : []),
        ...said(target.read('DeadLetterConfig.Arn')),
      ])
      .map((at) => ({ from: rule, to: at.target, at })),
  'AWS::CloudWatch::Alarm': (alarm) =>
    ['AlarmActions', 'OKActions', 'InsufficientDataActions']
      .flatMap((actions) => alarm.read(actions).items)
      .map((at) => ({ from: alarm, to: at.target, at })),
  'AWS::S3::Bucket': (bucket) => notificationsOf(bucket, bucket, asProperty),
  'Custom::S3BucketNotifications': (notifier) =>
    notificationsOf(notifier.read('BucketName').target, notifier, asRequest),
};

/** The types of resource in which deliveries are written. */
export const senderTypes = Object.keys(readers);

/** The deliveries that are written in a resource of {@link senderTypes}. */
export function deliveriesOf(source: Resource): readonly Delivery[] {
  return readers[source.type](source);
}

function said(value: Value): readonly Value[] {
  return value.isAbsent ? [] : [value];
}

function notificationsOf(
  from: Resource | undefined,
  source: Resource,
  notifications: Notifications,
): readonly Delivery[] {
  return Object.entries(notifications).flatMap(([list, name]) =>
    source
      .read(`NotificationConfiguration.${list}`)
      .items.map((item) => item.read(name))
      .filter((at) => !at.isAbsent)
      .map((at) => ({ from, to: at.target, at })),
  );
}
