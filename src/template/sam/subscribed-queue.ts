import { eventTarget } from './alias';
import { beside } from './event';
import type { SamEvent } from './event';
import { arnOf, isIntrinsic, pick } from './raw';
import { policyDocument } from './role';
import type { DeclaredResource } from '../declared-resource';
import { isObject, own } from '../parse';
import type { JsonObject } from '../parse';

/** Whether a topic calls the function by way of a queue. */
export function isThroughQueue({ type, properties: { SqsSubscription: given } }: SamEvent): boolean {
  return type === 'SNS' && given !== undefined && given !== false;
}

/** A queue between topic and function, of SAM or of the template. */
export function subscribedQueue(event: SamEvent, subscription: JsonObject): readonly DeclaredResource[] {
  const { SqsSubscription: given } = event.properties;
  const isGiven = isObject(given) && !isIntrinsic(given);
  const made = isGiven ? undefined : beside(event, 'Queue', 'AWS::SQS::Queue', {});
  const arn = made ? arnOf(made.logicalId) : own(given, 'QueueArn');
  const url = made ? { Ref: made.logicalId } : own(given, 'QueueUrl');
  const statement = {
    Effect: 'Allow',
    Action: 'sqs:SendMessage',
    Resource: arn,
    Principal: '*',
    Condition: { ArnEquals: { 'aws:SourceArn': subscription.TopicArn } },
  };
  const mapping = {
    FunctionName: eventTarget(event.of),
    EventSourceArn: arn,
    ...pick(isGiven ? given : {}, ['BatchSize', 'Enabled']),
  };
  return [
    ...(made ? [made] : []),
    beside(event, '', 'AWS::SNS::Subscription', { Endpoint: arn, Protocol: 'sqs', ...subscription }),
    beside(event, 'QueuePolicy', 'AWS::SQS::QueuePolicy', {
      Queues: [url],
      PolicyDocument: policyDocument([statement]),
    }),
    beside(event, 'EventSourceMapping', 'AWS::Lambda::EventSourceMapping', mapping),
  ];
}
