import type { Resource, Value } from '../../../template';

/** What sends to what, and where that is written. */
export interface Delivery {
  readonly from: Resource | undefined;
  readonly to: Resource | undefined;
  readonly at: Value;
}

/** The two places in which notifications of a bucket are written: as a property, and as the CDK has its provider write them. */
const notifications = [
  ['QueueConfigurations', 'Queue', 'QueueArn'],
  ['TopicConfigurations', 'Topic', 'TopicArn'],
  ['LambdaConfigurations', 'Function', 'Function'],
  ['LambdaFunctionConfigurations', 'LambdaFunctionArn', 'LambdaFunctionArn'],
] as const;

const readers: Readonly<Record<string, (source: Resource) => readonly Delivery[]>> = {
  'AWS::SNS::Subscription': (subscription) => {
    const at = subscription.read('Endpoint');
    return [{ from: subscription.read('TopicArn').target, to: at.target, at }];
  },
  'AWS::Events::Rule': (rule) =>
    rule
      .read('Targets')
      .items.filter((target) => target.read('RoleArn').isAbsent)
      .map((target) => target.read('Arn'))
      .map((at) => ({ from: rule, to: at.target, at })),
  'AWS::CloudWatch::Alarm': (alarm) =>
    ['AlarmActions', 'OKActions', 'InsufficientDataActions']
      .flatMap((actions) => alarm.read(actions).items)
      .map((at) => ({ from: alarm, to: at.target, at })),
  'AWS::S3::Bucket': (bucket) => notificationsOf(bucket, bucket),
  'Custom::S3BucketNotifications': (notifier) => notificationsOf(notifier.read('BucketName').target, notifier),
};

/** The types of resource in which deliveries are written. */
export const senderTypes = Object.keys(readers);

/** The deliveries that are written in a resource of {@link senderTypes}. */
export function deliveriesOf(source: Resource): readonly Delivery[] {
  return readers[source.type](source);
}

function notificationsOf(from: Resource | undefined, source: Resource): readonly Delivery[] {
  return notifications.flatMap(([list, ...names]) =>
    source
      .read(`NotificationConfiguration.${list}`)
      .items.flatMap((item) => [...new Set(names)].map((name) => item.read(name)))
      .filter((at) => !at.isAbsent)
      .map((at) => ({ from, to: at.target, at })),
  );
}
