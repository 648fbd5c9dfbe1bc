import type { Application, Resource, Value } from '../../../template';

/** Events that end in a queue with all of their content when they cannot be delivered or handled. */
export interface FailedEvents {
  /** From their source to what failed. */
  readonly through: readonly Resource[];
  /** The property that names the key of the source. */
  readonly key: Value;
}

/** By type of the source: the property with its key. */
const keys: Readonly<Record<string, string>> = {
  'AWS::SNS::Topic': 'KmsMasterKeyId',
  'AWS::Events::EventBus': 'KmsKeyIdentifier',
  'AWS::Scheduler::Schedule': 'KmsKeyArn',
};

/** What ends in a queue when it fails: of topics, buses and schedules, and of functions that these invoke. */
export function eventsThatFail(queue: Resource, app: Application): readonly FailedEvents[] {
  const subscriptions = app.attachedTo(queue, 'AWS::SNS::Subscription', 'RedrivePolicy.deadLetterTargetArn');
  const rules = app
    .attachedTo(queue, 'AWS::Events::Rule', 'Targets')
    .filter((rule) =>
      rule.read('Targets').items.some((target) => target.read('DeadLetterConfig.Arn').targets.includes(queue)),
    );
  const schedules = app.attachedTo(queue, 'AWS::Scheduler::Schedule', 'Target.DeadLetterConfig.Arn');
  const functions = [
    ...app.attachedTo(queue, 'AWS::Lambda::Function', 'DeadLetterConfig.TargetArn'),
    ...app
      .attachedTo(queue, 'AWS::Lambda::EventInvokeConfig', 'DestinationConfig.OnFailure.Destination')
      .flatMap((config) => config.read('FunctionName').targets),
  ].filter((fn) => fn.is('AWS::Lambda::Function'));
  return [
    ...subscriptions.flatMap((one) => from(one.read('TopicArn').target, one)),
    ...rules.flatMap((rule) => from(rule.read('EventBusName').target, rule)),
    ...schedules.flatMap((schedule) => from(schedule)),
    ...functions.flatMap((fn) => sourcesOf(fn, app).flatMap((source) => from(source, fn))),
  ];
}

function from(source: Resource | undefined, ...through: readonly Resource[]): readonly FailedEvents[] {
  if (!source || !Object.hasOwn(keys, source.type)) return [];
  return [{ through: [source, ...through], key: source.read(keys[source.type]) }];
}

/** What invokes a function without waiting for it. */
function sourcesOf(fn: Resource, app: Application): readonly Resource[] {
  return [
    ...app.attachedTo(fn, 'AWS::SNS::Subscription', 'Endpoint').flatMap((one) => one.read('TopicArn').targets),
    ...app.attachedTo(fn, 'AWS::Events::Rule', 'Targets').flatMap((rule) => rule.read('EventBusName').targets),
    ...app.attachedTo(fn, 'AWS::Scheduler::Schedule', 'Target.Arn'),
  ];
}
