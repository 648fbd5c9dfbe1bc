import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { FunctionSecret, Rotation, SecureFunction, SecureKey, SecureSecret, SecureStringParameter } from '../../src';

// What CloudFormation would refuse is judged by core's own validator, with its errors as errors.
const before = process.env.CDK_VALIDATION;
beforeAll(() => delete process.env.CDK_VALIDATION);
afterAll(() => void (process.env.CDK_VALIDATION = before));

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};
const rotation = Rotation.none('issued by the payment provider');

type Wiring = [string, (source: Stack, target: Stack) => unknown];

const reading: Wiring[] = [
  [
    'a function that reads a secret',
    (source, target) => {
      const secret = new SecureSecret(source, 'Secret', { rotation });
      new SecureFunction(target, 'Fn', { ...code, secrets: { DB: FunctionSecret.secretsManager(secret) } });
    },
  ],
  [
    'a function that is granted a secret',
    (source, target) => {
      const secret = new SecureSecret(source, 'Secret', { rotation });
      const fn = new SecureFunction(target, 'Fn', code);
      secret.grantRead(fn);
      secret.grantWrite(fn);
    },
  ],
  [
    'a raw function that is granted a secret',
    (source, target) =>
      new SecureSecret(source, 'Secret', { rotation }).grantRead(new lambda.Function(target, 'Fn', code)),
  ],
  [
    'a function that reads a parameter',
    (source, target) => {
      const parameter = new SecureStringParameter(source, 'Parameter', { parameterName: '/orders/db' });
      new SecureFunction(target, 'Fn', { ...code, secrets: { DB: FunctionSecret.ssm(parameter) } });
    },
  ],
];

describe.each<[string, Record<string, unknown>]>([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('%s', (_, context) => {
  const newApp = () => new App({ context: { ...context, '@aws-cdk/core:validateAgainstDefaultRules': true } });

  describe.each<[string, (app: App, source: Stack) => Stack]>([
    ['in one stack', (_app, source) => source],
    ['in another stack', (app) => new Stack(app, 'Target')],
    ['in a nested stack', (_app, source) => new NestedStack(source, 'Nested')],
  ])('%s', (_where, place) => {
    test.each(reading)('%s deploys without waiting for itself', (__, wire) => {
      const app = newApp();
      const source = new Stack(app, 'Source');
      const target = place(app, source);
      wire(source, target);
      expect(() => app.synth()).not.toThrow();
      for (const stack of new Set([source, target])) expect(() => Template.fromStack(stack)).not.toThrow();
    });
  });

  test('a secret in a nested stack is read above it', () => {
    const app = newApp();
    const stack = new Stack(app, 'Stack');
    const secret = new SecureSecret(new NestedStack(stack, 'Nested'), 'Secret', { rotation });
    new SecureFunction(stack, 'Fn', { ...code, secrets: { DB: FunctionSecret.secretsManager(secret) } });
    expect(() => app.synth()).not.toThrow();
  });

  test.each<[string, (secret: SecureSecret, stack: Stack) => unknown]>([
    [
      'a function',
      (secret, stack) =>
        secret.addRotationSchedule('Rotation', { rotationLambda: new SecureFunction(stack, 'Rotator', code) }),
    ],
    [
      'AWS',
      (secret) =>
        secret.addRotationSchedule('Rotation', {
          hostedRotation: secretsmanager.HostedRotation.mysqlSingleUser(),
        }),
    ],
  ])('a secret that %s rotates deploys', (__, rotate) => {
    const app = newApp();
    const stack = new Stack(app, 'Stack');
    rotate(new SecureSecret(stack, 'Secret', { encryptionKey: new SecureKey(stack, 'Key') }), stack);
    expect(() => app.synth()).not.toThrow();
  });
});
