import type { Application, Resource, Value } from '../../../template';

/** The kinds of resource that hold a policy for topics, each in `PolicyDocument`. */
export const topicPolicyTypes = ['AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'];

/** Every policy of a topic; of several, CloudFormation leaves the one that it writes last. */
export function policiesOfTopic(topic: Resource, app: Application): readonly Value[] {
  return [
    ...app.attachedTo(topic, 'AWS::SNS::TopicPolicy', 'Topics'),
    ...app.attachedTo(topic, 'AWS::SNS::TopicInlinePolicy', 'TopicArn'),
  ].map((policy) => policy.read('PolicyDocument'));
}
