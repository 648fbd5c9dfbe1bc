import type { Application, Resource } from '../../../template';

/** What sends to a queue or a topic through a service, and as which service. */
export interface Sender {
  readonly resource: Resource;
  readonly service: string;
}

/** Where resources name a queue or a topic that they send to. */
const places: readonly (readonly [type: string, property: string, service: string])[] = [
  ['AWS::SNS::Subscription', 'Endpoint', 'sns.amazonaws.com'],
  ['AWS::S3::Bucket', 'NotificationConfiguration', 's3.amazonaws.com'],
  ['Custom::S3BucketNotifications', 'NotificationConfiguration', 's3.amazonaws.com'],
  ['AWS::CloudWatch::Alarm', 'AlarmActions', 'cloudwatch.amazonaws.com'],
  ['AWS::CloudWatch::Alarm', 'OKActions', 'cloudwatch.amazonaws.com'],
];

/** What sends to a queue or a topic through a service that has to be let in by policies. */
export function sendersTo(receiver: Resource, app: Application): readonly Sender[] {
  const named = places.flatMap(([type, property, service]) =>
    app.attachedTo(receiver, type, property).map((resource) => ({ resource: senderOf(resource), service })),
  );
  const rules = app
    .attachedTo(receiver, 'AWS::Events::Rule', 'Targets')
    .filter((rule) => rule.read('Targets').items.some((target) => target.read('Arn').targets.includes(receiver)))
    .map((resource) => ({ resource, service: 'events.amazonaws.com' }));
  return [...named, ...rules];
}

/** A subscription sends for its topic, and the custom resource of the CDK for its bucket. */
function senderOf(resource: Resource): Resource {
  if (resource.is('AWS::SNS::Subscription')) return resource.read('TopicArn').target ?? resource;
  return resource.is('Custom::S3BucketNotifications') ? (resource.read('BucketName').target ?? resource) : resource;
}
