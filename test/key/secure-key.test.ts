import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { Sandbox, SecureKey } from '../../src';

const flags: [string, Record<string, unknown>][] = [
  ['without feature flags', {}],
  ['with all recommended feature flags', recommendedFlags],
];

const account = {
  Action: 'kms:*',
  Effect: 'Allow',
  Principal: {
    AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, ':root']] },
  },
  Resource: '*',
};

function statementsOf(stack: Stack): { Action: unknown; Principal: unknown; Condition?: unknown; Sid?: string }[] {
  const [key] = Object.values(Template.fromStack(stack).findResources('AWS::KMS::Key'));
  return key.Properties.KeyPolicy.Statement;
}

describe.each(flags)('%s', (_, context) => {
  const newStack = () => new Stack(new App({ context }), 'Stack');

  test('rotates, is kept, and can be saved for 30 days', () => {
    const stack = newStack();
    new SecureKey(stack, 'Key');
    Template.fromStack(stack).hasResource('AWS::KMS::Key', {
      Properties: { EnableKeyRotation: true, PendingWindowInDays: 30, KeyPolicy: { Statement: [account] } },
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('keeps the logical id of the L2, so that a swap is an update in place', () => {
    const raw = newStack();
    new kms.Key(raw, 'Key');
    const stack = newStack();
    new SecureKey(stack, 'Key');
    const idOf = (s: Stack) => Object.keys(Template.fromStack(s).findResources('AWS::KMS::Key'));
    expect(idOf(stack)).toEqual(idOf(raw));
  });

  test('a grant to a role of the account stands in the role alone, so that the policy does not name who uses the key', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    new SecureKey(stack, 'Key').grantEncryptDecrypt(role);
    expect(statementsOf(stack)).toEqual([account]);
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 1);
  });

  test('another account gets the exact actions that were granted', () => {
    const stack = newStack();
    new SecureKey(stack, 'Key').grantEncryptDecrypt(new iam.AccountPrincipal('111122223333'));
    expect([...(statementsOf(stack)[1].Action as string[])].sort()).toEqual([
      'kms:Decrypt',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ]);
  });

  test('what the L2 of a secret writes for the account is left out, because the account may use the key anyway', () => {
    const stack = newStack();
    new secretsmanager.Secret(stack, 'Secret', { encryptionKey: new SecureKey(stack, 'Key') });
    expect(statementsOf(stack)).toEqual([account]);
  });

  test('who uses it through Secrets Manager may do what Secrets Manager asks KMS for', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    const key = new SecureKey(stack, 'Key');
    key.grantEncryptDecrypt(new kms.ViaServicePrincipal(`secretsmanager.${stack.region}.amazonaws.com`, role));
    key.grantEncryptDecrypt(new kms.ViaServicePrincipal(`s3.${stack.region}.amazonaws.com`, role));
    const actions = statementsOf(stack).map(({ Action }) => [Action].flat().sort());
    expect(actions).toEqual([
      ['kms:*'],
      ['kms:Decrypt', 'kms:GenerateDataKey'],
      expect.arrayContaining(['kms:Encrypt', 'kms:ReEncryptFrom']),
    ]);
  });

  test('a denial to the account stays, and so does what another account may', () => {
    const stack = newStack();
    const key = new SecureKey(stack, 'Key');
    key.addToResourcePolicy(
      new iam.PolicyStatement({
        effect: iam.Effect.DENY,
        principals: [new iam.AccountRootPrincipal()],
        actions: ['kms:ScheduleKeyDeletion'],
        resources: ['*'],
      }),
    );
    key.grantDecrypt(new iam.AccountPrincipal('111122223333'));
    expect(statementsOf(stack)).toHaveLength(3);
  });

  test('CloudWatch Logs may use it for the log groups of this account, and is let in once', () => {
    const stack = newStack();
    const key = new SecureKey(stack, 'Key');
    key.allowLogs();
    key.allowLogs();
    new logs.LogGroup(stack, 'Logs', { encryptionKey: key });
    expect(statementsOf(stack)).toHaveLength(2);
    expect(statementsOf(stack)[1]).toMatchObject({
      Principal: {
        Service: { 'Fn::Join': ['', ['logs.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }]] },
      },
      Condition: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': {
            'Fn::Join': [
              '',
              [
                'arn:',
                { Ref: 'AWS::Partition' },
                ':logs:',
                { Ref: 'AWS::Region' },
                ':',
                { Ref: 'AWS::AccountId' },
                ':*',
              ],
            ],
          },
        },
      },
    });
  });

  test('EventBridge is let in without a source, because it names none to KMS and events to a topic would be lost', () => {
    const stack = newStack();
    const topic = new sns.Topic(stack, 'Topic', { masterKey: new SecureKey(stack, 'Key') });
    new events.Rule(stack, 'Rule', { eventPattern: { source: ['books'] }, targets: [new targets.SnsTopic(topic)] });
    expect(statementsOf(stack)[1]).toEqual({
      Action: expect.arrayContaining(['kms:Decrypt', 'kms:GenerateDataKey']),
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Resource: '*',
    });
  });

  test('a service is limited to this account, not to the topic that is encrypted with the key itself', () => {
    const stack = newStack();
    const key = new SecureKey(stack, 'Key');
    for (const id of ['First', 'Second']) {
      const topic = new sns.Topic(stack, `${id}Topic`, { masterKey: key });
      topic.addSubscription(
        new subscriptions.SqsSubscription(new sqs.Queue(stack, `${id}Queue`, { encryptionMasterKey: key })),
      );
    }
    const statements = statementsOf(stack);
    expect(statements).toHaveLength(2);
    expect(statements[1]).toMatchObject({
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Principal: { Service: 'sns.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    });
    expect(JSON.stringify(statements)).not.toContain('Topic');
  });
});

test('one key for everything in a root stack, nested stacks included', () => {
  const stack = new Stack(new Stage(new App(), 'Stage'), 'Stack');
  const nested = new NestedStack(new NestedStack(stack, 'Nested'), 'Deeper');
  const key = SecureKey.shared(nested);
  expect(SecureKey.shared(stack)).toBe(key);
  expect(Stack.of(key)).toBe(stack);
  expect(SecureKey.shared(new Stack(Stage.of(stack)!, 'Other'))).not.toBe(key);
});

test('says so when the id of the shared key is taken, instead of encrypting with something unknown', () => {
  const stack = new Stack(new App(), 'Stack');
  new kms.Key(stack, 'SharedKey');
  expect(() => SecureKey.shared(stack)).toThrow(
    /Stack\/SharedKey: 'SharedKey' is the id of the key that the stack shares/,
  );
});

test('goes with its stack in a sandbox, so that a pull request leaves nothing to pay for', () => {
  const stack = new Stack(new App(), 'Stack');
  Sandbox.enable(stack);
  SecureKey.shared(stack);
  Template.fromStack(stack).hasResource('AWS::KMS::Key', {
    Properties: { PendingWindowInDays: 7, EnableKeyRotation: true },
    DeletionPolicy: 'Delete',
  });
});

test('a policy of the own is kept and the account added, so that nobody is locked out', () => {
  const stack = new Stack(new App(), 'Stack');
  new SecureKey(stack, 'Key', {
    policy: new iam.PolicyDocument({
      statements: [
        new iam.PolicyStatement({
          actions: ['kms:Decrypt'],
          resources: ['*'],
          principals: [new iam.AccountPrincipal('111122223333')],
        }),
      ],
    }),
  });
  Template.fromStack(stack).hasResourceProperties('AWS::KMS::Key', {
    KeyPolicy: { Statement: Match.arrayWith([Match.objectLike({ Action: 'kms:Decrypt' }), account]) },
  });
});

test('a source that is known beforehand is kept as it was written', () => {
  const stack = new Stack(new App(), 'Stack');
  const key = new SecureKey(stack, 'Key');
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      actions: ['kms:GenerateDataKey*', 'kms:Decrypt'],
      resources: ['*'],
      principals: [new iam.ServicePrincipal('s3.amazonaws.com')],
      conditions: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::uploads' } },
    }),
  );
  expect(statementsOf(stack)[1]).toMatchObject({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::uploads' } } });
});
