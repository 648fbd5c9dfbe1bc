import type { Application, Resource, Value } from '../../../template';
import { onceForResource } from '../../../template/once';
import { functionBehind } from '../../function/reading/function-behind';

/** Something that gets what is put into a queue, a topic, a bucket, a bus, a stream or a table. */
export interface Receiver {
  readonly resource: Resource;
  /** What decides that it gets it, and can be narrowed: a filter, a pattern, a notification. */
  readonly at: Value;
  /** Whether it gets a part of it only; false where {@link at} is unknown. */
  readonly isFiltered: boolean;
}

/** What gets the events of a resource, by everything that the application says. */
export function receiversOf(from: Resource, app: Application): readonly Receiver[] {
  return onceForResource(from, findReceivers, app);
}

function findReceivers(from: Resource, app: Application): readonly Receiver[] {
  return [
    ...pollersOf(from, app),
    ...pipesOf(from, app),
    ...(from.is('AWS::SNS::Topic') ? subscribersOf(from, app) : []),
    ...(from.is('AWS::S3::Bucket') ? notifiedBy(from, app) : []),
    ...(from.is('AWS::Events::EventBus')
      ? app.attachedTo(from, 'AWS::Events::Rule', 'EventBusName').flatMap((rule) => targetsOf(rule))
      : []),
  ];
}

function pollersOf(source: Resource, app: Application): readonly Receiver[] {
  return app
    .attachedTo(source, 'AWS::Lambda::EventSourceMapping', 'EventSourceArn')
    .filter((mapping) => !mapping.read('Enabled').isFalse)
    .flatMap((mapping) => receiver(mapping.read('FunctionName'), mapping.read('FilterCriteria')));
}

function pipesOf(source: Resource, app: Application): readonly Receiver[] {
  return app
    .attachedTo(source, 'AWS::Pipes::Pipe', 'Source')
    .filter((pipe) => !pipe.read('DesiredState').is('STOPPED'))
    .flatMap((pipe) =>
      [pipe.read('Enrichment'), pipe.read('Target')].flatMap((to) =>
        receiver(to, pipe.read('SourceParameters.FilterCriteria')),
      ),
    );
}

function subscribersOf(topic: Resource, app: Application): readonly Receiver[] {
  const inline = topic
    .read('Subscription')
    .items.flatMap((one) => receiver(one.read('Endpoint'), one.read('Endpoint'), false));
  const separate = app
    .attachedTo(topic, 'AWS::SNS::Subscription', 'TopicArn')
    .flatMap((one) => receiver(one.read('Endpoint'), one.read('FilterPolicy')));
  return [...inline, ...separate];
}

/** The lists of a notification configuration with the key of the receiver: of the resource, and of the CDK's own. */
const notifications: readonly (readonly [list: string, to: string, events: string])[] = [
  ['LambdaConfigurations', 'Function', 'Event'],
  ['QueueConfigurations', 'Queue', 'Event'],
  ['TopicConfigurations', 'Topic', 'Event'],
];
const notificationsOfCdk: typeof notifications = [
  ['LambdaFunctionConfigurations', 'LambdaFunctionArn', 'Events'],
  ['QueueConfigurations', 'QueueArn', 'Events'],
  ['TopicConfigurations', 'TopicArn', 'Events'],
];

function notifiedBy(bucket: Resource, app: Application): readonly Receiver[] {
  const written = [
    ...listed(bucket, notifications),
    ...app
      .attachedTo(bucket, 'Custom::S3BucketNotifications', 'BucketName')
      .flatMap((custom) => listed(custom, notificationsOfCdk)),
  ];
  const rules = app.attachedTo(bucket, 'AWS::Events::Rule', 'EventPattern').flatMap((rule) => {
    const detail = rule.read('EventPattern.detail');
    const isAboutSome = !detail.read('object').isAbsent || !detail.read('reason').isAbsent;
    return targetsOf(rule, isAboutSome || !/Created|^nothing$/.test(rule.read('EventPattern.detail-type').toString()));
  });
  return [...written, ...rules];
}

function listed(holder: Resource, lists: typeof notifications): readonly Receiver[] {
  const configuration = holder.read('NotificationConfiguration');
  return lists.flatMap(([list, to, events]) =>
    configuration.read(list).items.flatMap((item) => {
      const isOfNewObjects = item
        .read(events)
        .items.some((event) => /^s3:(ObjectCreated:|\*)/.test(event.text ?? 's3:*'));
      return receiver(item.read(to), item.read('Filter'), item.read('Filter').isKnown || !isOfNewObjects);
    }),
  );
}

/** Where a rule sends what it takes; a pattern that names a source or a kind of event is a part of what a bus gets. */
export function targetsOf(rule: Resource, isFiltered = isNarrow(rule.read('EventPattern'))): readonly Receiver[] {
  if (rule.read('State').is('DISABLED')) return [];
  return rule
    .read('Targets')
    .items.flatMap((target) => receiver(target.read('Arn'), rule.read('EventPattern'), isFiltered));
}

function isNarrow(pattern: Value): boolean {
  return pattern.entries.some(([field]) => !['account', 'region', 'version'].includes(field));
}

function receiver(to: Value, at: Value, isFiltered = at.isKnown || at.isReference): readonly Receiver[] {
  const resource = functionBehind(to) ?? to.target;
  return resource ? [{ resource, at, isFiltered }] : [];
}
