import { App, PhysicalName, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { ServerlessSecurityChecks } from '../../src';
import { named, openFindings } from '../judges/validation-report';

interface Place {
  readonly account: string;
  readonly region: string;
}

const home: Place = { account: '111122223333', region: 'eu-west-1' };

const places: [string, Place][] = [
  ['another Region', { ...home, region: 'us-east-1' }],
  ['another account', { ...home, account: '444455556666' }],
];

const flagSets: [string, Record<string, unknown>][] = [
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
];

/** Only a name that is known before the deployment reaches another account. */
function nameFor({ account }: Place): string | undefined {
  return account === home.account ? undefined : PhysicalName.GENERATE_IF_NEEDED;
}

/** A topic at home, and a stack for what takes its messages. */
function topicFor(place: Place, context: Record<string, unknown>) {
  const app = new App({ context });
  Validations.of(app).addPlugins(new ServerlessSecurityChecks(app));
  const props = (env: Place): StackProps => ({ env, crossRegionReferences: true });
  const sender = new Stack(app, 'Sender', props(home));
  const topic = new sns.Topic(sender, 'Topic', { topicName: nameFor(place) });
  return { app, topic, stack: new Stack(app, 'Receiver', props(place)) };
}

function denied(app: App): string[] {
  jest.spyOn(console, 'error').mockImplementation();
  return named(openFindings(app)).filter((finding) => finding.startsWith('delivery-denied'));
}

describe.each(flagSets)('%s', (_, context) => {
  test.each(places)('what a topic sends to %s arrives: it says where it is itself', (__, place) => {
    const { app, topic, stack } = topicFor(place, context);
    topic.addSubscription(
      new subscriptions.SqsSubscription(new sqs.Queue(stack, 'Queue', { queueName: nameFor(place) })),
    );
    topic.addSubscription(
      new subscriptions.LambdaSubscription(
        new lambda.Function(stack, 'Function', {
          functionName: nameFor(place),
          runtime: lambda.Runtime.NODEJS_24_X,
          handler: 'index.handler',
          code: lambda.Code.fromInline('exports.handler = async () => {};'),
        }),
      ),
    );
    expect(denied(app)).toEqual([]);
  });

  test('what a topic sends to another Region does not arrive where the queue waits for a topic of its own Region', () => {
    const { app, topic, stack } = topicFor({ ...home, region: 'us-east-1' }, context);
    const queue = new sqs.CfnQueue(stack, 'Queue');
    const condition = { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:us-east-1:*:*' } };
    new sqs.CfnQueuePolicy(stack, 'Policy', {
      queues: [queue.ref],
      policyDocument: new iam.PolicyDocument({
        statements: [
          new iam.PolicyStatement({
            principals: [new iam.ServicePrincipal('sns.amazonaws.com', { conditions: condition })],
            actions: ['sqs:SendMessage'],
            resources: [queue.attrArn],
          }),
        ],
      }),
    });
    new sns.CfnSubscription(stack, 'Subscription', {
      topicArn: topic.topicArn,
      protocol: 'sqs',
      endpoint: queue.attrArn,
      region: 'eu-west-1',
    });
    expect(denied(app)).toEqual(['delivery-denied Receiver/Subscription']);
  });
});
