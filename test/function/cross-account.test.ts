import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { Rotation, ScopedRole, SecureFunction, type SecureFunctionProps, SecureSecret } from '../../src';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

const grants: [string, (stack: Stack, fn: SecureFunction) => unknown][] = [
  ['a bucket', (stack, fn) => new s3.Bucket(stack, 'Thing', { bucketName: 'books-of-all' }).grantRead(fn)],
  ['a queue', (stack, fn) => new sqs.Queue(stack, 'Thing', { queueName: 'jobs' }).grantSendMessages(fn)],
  ['a topic', (stack, fn) => new sns.Topic(stack, 'Thing', { topicName: 'news' }).grantPublish(fn)],
  [
    'a function',
    (stack, fn) => new lambda.Function(stack, 'Thing', { ...code, functionName: 'other' }).grantInvoke(fn),
  ],
  [
    'a role that it may assume',
    (stack, fn) => new iam.Role(stack, 'Thing', { roleName: 'other', assumedBy: fn.grantPrincipal }),
  ],
  [
    'a secret with a key',
    (stack, fn) =>
      new secretsmanager.Secret(stack, 'Thing', {
        secretName: 'password',
        encryptionKey: new kms.Key(stack, 'Key', { alias: 'password' }),
      }).grantRead(fn),
  ],
  [
    'a SecureSecret',
    (stack, fn) =>
      new SecureSecret(stack, 'Thing', { secretName: 'password', rotation: Rotation.none('a test') }).grantRead(fn),
  ],
];

function stacks(context: object, props: Partial<SecureFunctionProps> = {}): [home: Stack, away: Stack, SecureFunction] {
  const app = new App({ context: context as Record<string, unknown> });
  const home = new Stack(app, 'Home', { env: { account: '111122223333', region: 'eu-west-1' } });
  const away = new Stack(app, 'Away', { env: { account: '444455556666', region: 'eu-west-1' } });
  return [home, away, new SecureFunction(home, 'Fn', { ...code, ...props })];
}

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('a grant of another account, %s', (_, context) => {
  test.each(grants)('names the role of the function, which gets a name for it: %s', (__, grant) => {
    const [home, away, fn] = stacks(context);
    grant(away, fn);
    const roles = Object.values(Template.fromStack(home).findResources('AWS::IAM::Role'));
    const named = roles.flatMap(({ Properties }) => (Properties as { RoleName?: string }).RoleName ?? []);
    expect(named).toHaveLength(1);
    expect(named[0].length).toBeLessThanOrEqual(64);
    expect(JSON.stringify(Template.fromStack(away).toJSON())).toContain(`role/${named[0]}`);
  });
});

test('the role has no name of its own where no other account names it, so that a deployed one is not replaced', () => {
  const [home] = stacks(flags);
  Template.fromStack(home).hasResourceProperties('AWS::IAM::Role', { RoleName: Match.absent() });
});

test('a ScopedRole of somebody keeps the name that it was given', () => {
  const app = new App();
  const home = new Stack(app, 'Home', { env: { account: '111122223333', region: 'eu-west-1' } });
  const away = new Stack(app, 'Away', { env: { account: '444455556666', region: 'eu-west-1' } });
  const fn = new SecureFunction(home, 'Fn', { ...code, role: new ScopedRole(home, 'Role', { roleName: 'reader' }) });
  new sqs.Queue(away, 'Queue', { queueName: 'jobs' }).grantSendMessages(fn);
  expect(JSON.stringify(Template.fromStack(away).toJSON())).toContain(':role/reader"');
});
