/** @jest-environment ./test/judges/validator-environment.ts */
process.env.CDK_VALIDATION = 'true';

import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { SecureFunction, SecureKey, SecureStringParameter, SecureStringValue } from '../../src';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

const cases: [string, (app: App) => void][] = [
  ['by default', (app) => void new SecureStringParameter(new Stack(app, 'Stack'), 'Password')],
  [
    'with as many others as fit into a role',
    (app) => {
      const stack = new Stack(app, 'Stack');
      const value = SecureStringValue.generated({ rotation: 1 });
      for (let index = 0; index < 4; index++) {
        new SecureStringParameter(stack, `Rotated${index}`, { value });
        new SecureStringParameter(stack, `Password${index}`);
      }
    },
  ],
  [
    'in nested stacks of a stage, read by functions of these, of the root and of another stack',
    (app) => {
      const stage = new Stage(app, 'Stage');
      const stack = new Stack(stage, 'Stack');
      const nested = new NestedStack(stack, 'Nested');
      const parameter = new SecureStringParameter(nested, 'Password', { encryptionKey: new SecureKey(nested, 'Key') });
      for (const scope of [stack, nested, new NestedStack(stack, 'Readers'), new Stack(stage, 'Other')]) {
        const environment = { PARAMETER: parameter.parameterName };
        parameter.grantRead(new SecureFunction(scope, 'Fn', { ...code, environment }));
      }
    },
  ],
  [
    'in one region, with the key of another stack, read in the same account by name',
    (app) => {
      const env = { account: '111122223333', region: 'eu-west-1' };
      const encryptionKey = new SecureKey(new Stack(app, 'Keys', { env }), 'Key');
      const parameter = new SecureStringParameter(new Stack(app, 'Data', { env }), 'Password', { encryptionKey });
      parameter.grantRead(new SecureFunction(new Stack(app, 'Stack', { env }), 'Fn', code));
    },
  ],
];

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('%s', (_, context) => {
  test.each(cases)('a parameter deploys %s, says the validator of the CDK', (__, make) => {
    const app = new App({ context: { ...context, '@aws-cdk/core:validateAgainstDefaultRules': true } });
    make(app);
    expect(() => app.synth()).not.toThrow();
  });
});
