/** @jest-environment ./test/judges/validator-environment.ts */
import { App, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as notifications from 'aws-cdk-lib/aws-s3-notifications';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { SecureBucket, SecureKey } from '../../src';

// What CloudFormation would refuse is judged by core's own validator, with its errors as errors, and cycles, which it
// misses at the peer floor, by the assertions library.
const before = process.env.CDK_VALIDATION;
beforeAll(() => delete process.env.CDK_VALIDATION);
afterAll(() => void (process.env.CDK_VALIDATION = before));

const validator = { '@aws-cdk/core:validateAgainstDefaultRules': true };

function queueIn(stack: Stack, id: string): sqs.Queue {
  const encryptionMasterKey = SecureKey.shared(stack);
  return new sqs.Queue(stack, id, {
    encryptionMasterKey,
    enforceSSL: true,
    deadLetterQueue: {
      queue: new sqs.Queue(stack, `${id}Failures`, { encryptionMasterKey, enforceSSL: true }),
      maxReceiveCount: 3,
    },
  });
}

function topicIn(stack: Stack, id: string): sns.Topic {
  return new sns.Topic(stack, id, { masterKey: SecureKey.shared(stack), enforceSSL: true });
}

function functionIn(stack: Stack): lambda.Function {
  return new lambda.Function(stack, 'Function', {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
    environmentEncryption: SecureKey.shared(stack),
    environment: { STAGE: 'test' },
  });
}

const { OBJECT_CREATED } = s3.EventType;
const wirings: [string, (source: Stack, target: Stack) => void][] = [
  [
    'bucket to queue',
    (source, target) =>
      new SecureBucket(source, 'Bucket').addEventNotification(
        OBJECT_CREATED,
        new notifications.SqsDestination(queueIn(target, 'Queue')),
      ),
  ],
  [
    'bucket to topic',
    (source, target) =>
      new SecureBucket(source, 'Bucket').addEventNotification(
        OBJECT_CREATED,
        new notifications.SnsDestination(topicIn(target, 'Topic')),
      ),
  ],
  [
    'bucket to function, which reads and writes it',
    (source, target) => {
      const bucket = new SecureBucket(source, 'Bucket');
      const fn = functionIn(target);
      bucket.addEventNotification(OBJECT_CREATED, new notifications.LambdaDestination(fn), { prefix: 'in/' });
      if (source === target) bucket.grantReadWrite(fn);
    },
  ],
  [
    'trail to bucket, with its key',
    (source, target) => {
      const bucket = new SecureBucket(target, 'Bucket');
      new cloudtrail.Trail(source, 'Trail', { bucket, encryptionKey: bucket.encryptionKey });
    },
  ],
  ['bucket to event bus', (source) => new SecureBucket(source, 'Bucket').enableEventBridgeNotification()],
  [
    'topic to queue, with a queue for what failed',
    (source, target) =>
      topicIn(source, 'Topic').addSubscription(
        new subscriptions.SqsSubscription(queueIn(target, 'Queue'), {
          deadLetterQueue: queueIn(target, 'Undelivered'),
        }),
      ),
  ],
  [
    'topic to function, with a queue for what failed',
    (source, target) =>
      topicIn(source, 'Topic').addSubscription(
        new subscriptions.LambdaSubscription(functionIn(target), { deadLetterQueue: queueIn(target, 'Undelivered') }),
      ),
  ],
  [
    'rule to queue, with a queue for what failed',
    (source, target) =>
      new events.Rule(source, 'Rule', {
        eventPattern: { source: ['bookstore'] },
        targets: [new targets.SqsQueue(queueIn(target, 'Queue'), { deadLetterQueue: queueIn(source, 'Undelivered') })],
      }),
  ],
  [
    'rule to topic',
    (source, target) =>
      new events.Rule(source, 'Rule', {
        eventPattern: { source: ['bookstore'] },
        targets: [new targets.SnsTopic(topicIn(target, 'Topic'))],
      }),
  ],
];

describe.each<[string, Record<string, unknown>]>([
  ['without feature flags', {}],
  ['with all recommended feature flags', recommendedFlags],
])('%s', (_, context) => {
  test.each(wirings)('%s, encrypted with one key in one stack, synthesizes', (__, wire) => {
    const app = new App({ context: { ...context, ...validator } });
    const stack = new Stack(app, 'Stack');
    wire(stack, stack);
    expect(() => app.synth()).not.toThrow();
    expect(keyPolicyOf(stack)).not.toMatch(/"(Bucket|Topic|Queue|Rule|Function)/);
  });

  describe.each<[string, StackProps]>([
    ['whose account is not known', {}],
    ['whose account is known', { env: { account: '111122223333', region: 'eu-west-1' } }],
  ])('%s', (__, props) => {
    test.each(wirings)('%s, encrypted with a key each in two stacks, synthesizes', (___, wire) => {
      const app = new App({ context: { ...context, ...validator } });
      const stacks = [new Stack(app, 'Source', props), stackWithKey(app, 'Target', props)] as const;
      wire(...stacks);
      expect(() => app.synth()).not.toThrow();
      for (const stack of stacks) expect(() => Template.fromStack(stack)).not.toThrow();
    });
  });
});

test('a cycle would be noticed, so that the above can fail', () => {
  const stack = new Stack(new App({ context: { ...recommendedFlags, ...validator } }), 'Stack');
  const key = new kms.Key(stack, 'Key');
  new sns.Topic(stack, 'Topic', { masterKey: key }).addSubscription(
    new subscriptions.SqsSubscription(new sqs.Queue(stack, 'Queue', { encryptionMasterKey: key })),
  );
  expect(() => Template.fromStack(stack)).toThrow(/[Cc]ycl|[Cc]ircular/);
});

function stackWithKey(app: App, id: string, props: StackProps): Stack {
  const stack = new Stack(app, id, props);
  SecureKey.shared(stack);
  return stack;
}

function keyPolicyOf(stack: Stack): string {
  const keys = Template.fromStack(stack).findResources('AWS::KMS::Key');
  return JSON.stringify(Object.values(keys).map((key) => key.Properties.KeyPolicy));
}
