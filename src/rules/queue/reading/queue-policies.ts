import type { Application, Resource, Value } from '../../../template';

/** The kinds of resource that hold a policy for queues, each in `PolicyDocument`. */
export const queuePolicyTypes = ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'];

/** Every policy of a queue; of several, CloudFormation leaves the one that it writes last. */
export function policiesOfQueue(queue: Resource, app: Application): readonly Value[] {
  return [
    ...app.attachedTo(queue, 'AWS::SQS::QueuePolicy', 'Queues'),
    ...app.attachedTo(queue, 'AWS::SQS::QueueInlinePolicy', 'Queue'),
  ].map((policy) => policy.read('PolicyDocument'));
}
