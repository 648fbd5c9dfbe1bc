/** @jest-environment ./test/judges/validator-environment.ts */
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
      const parameter = new SecureStringParameter(source, 'Parameter', {
        parameterName: `/orders/${source.stackName}`,
      });
      new SecureFunction(target, 'Fn', { ...code, secrets: { DB: FunctionSecret.ssm(parameter) } });
    },
  ],
];

/** Where the function stands, beside the secret. */
const places: [string, (app: App, source: Stack) => Stack][] = [
  ['in one stack', (_app, source) => source],
  ['in another stack', (app, source) => new Stack(app, `${source.stackName}Target`)],
  ['in a nested stack', (_app, source) => new NestedStack(source, 'Nested')],
];

const others: [string, (stack: Stack) => unknown][] = [
  [
    'a secret in a nested stack is read above it',
    (stack) => {
      const secret = new SecureSecret(new NestedStack(stack, 'Nested'), 'Secret', { rotation });
      new SecureFunction(stack, 'Fn', { ...code, secrets: { DB: FunctionSecret.secretsManager(secret) } });
    },
  ],
  [
    'a secret that a function rotates deploys',
    (stack) =>
      keyed(stack).addRotationSchedule('Rotation', { rotationLambda: new SecureFunction(stack, 'Rotator', code) }),
  ],
  [
    'a secret that AWS rotates deploys',
    (stack) =>
      keyed(stack).addRotationSchedule('Rotation', { hostedRotation: secretsmanager.HostedRotation.mysqlSingleUser() }),
  ],
];

const keyed = (stack: Stack) => new SecureSecret(stack, 'Secret', { encryptionKey: new SecureKey(stack, 'Key') });

const cases: [string, (app: App, source: Stack) => Stack[]][] = [
  ...places.flatMap(([where, place]) =>
    reading.map(([what, wire]): (typeof cases)[number] => [
      `${what} ${where} deploys without waiting for itself`,
      (app, source) => {
        const target = place(app, source);
        wire(source, target);
        return [...new Set([source, target])];
      },
    ]),
  ),
  ...others.map(([what, make]): (typeof cases)[number] => [
    what,
    (_app, stack) => {
      make(stack);
      return [stack];
    },
  ]),
];

// One app for all of them, each in stacks of its own, because the validator takes longer for an app than for a stack.
describe.each<[string, Record<string, unknown>]>([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('%s', (_, context) => {
  const app = new App({ context: { ...context, '@aws-cdk/core:validateAgainstDefaultRules': true } });
  const stacks = new Map(cases.map(([what, make], index) => [what, make(app, new Stack(app, `Case${index}`))]));

  test('core finds nothing wrong with any of them', () => {
    expect(() => app.synth()).not.toThrow();
  });

  test.each(cases.map(([what]) => what))('%s', (what) => {
    for (const stack of stacks.get(what)!) expect(() => Template.fromStack(stack)).not.toThrow();
  });
});
