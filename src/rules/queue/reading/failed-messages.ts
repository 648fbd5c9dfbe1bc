import type { Application, Resource } from '../../../template';

/** The properties that name a queue for what could not be delivered or handled. */
const places: readonly (readonly [type: string, property: string])[] = [
  ['AWS::SQS::Queue', 'RedrivePolicy.deadLetterTargetArn'],
  ['AWS::SNS::Subscription', 'RedrivePolicy.deadLetterTargetArn'],
  ['AWS::Lambda::Function', 'DeadLetterConfig.TargetArn'],
  ['AWS::Lambda::EventInvokeConfig', 'DestinationConfig.OnFailure.Destination'],
  ['AWS::Lambda::EventSourceMapping', 'DestinationConfig.OnFailure.Destination'],
  ['AWS::Scheduler::Schedule', 'Target.DeadLetterConfig.Arn'],
  ['AWS::Events::EventBus', 'DeadLetterConfig.Arn'],
  ['AWS::Pipes::Pipe', 'SourceParameters.DynamoDBStreamParameters.DeadLetterConfig.Arn'],
  ['AWS::Pipes::Pipe', 'SourceParameters.KinesisStreamParameters.DeadLetterConfig.Arn'],
];

/** Whether failed messages of something else go into a queue: whoever reads it is a person, and there is no next queue. */
export function takesFailedMessages(queue: Resource, app: Application): boolean {
  return (
    !queue.read('RedriveAllowPolicy').isAbsent ||
    /(?<!without[-_]?|missing[-_]?|no[-_]?)(dlq|dead[-_]?letter|failure|failed)/i.test(
      `${queue.logicalId} ${queue.read('QueueName').text ?? ''}`,
    ) ||
    places.some(([type, property]) => app.attachedTo(queue, type, property).length > 0) ||
    app
      .attachedTo(queue, 'AWS::Events::Rule', 'Targets')
      .flatMap((rule) => rule.read('Targets').items)
      .some((target) => target.read('DeadLetterConfig.Arn').targets.includes(queue))
  );
}
