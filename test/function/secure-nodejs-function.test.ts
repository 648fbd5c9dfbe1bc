import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { SecureNodejsFunction } from '../../src/function/secure-nodejs-function';

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('a secure Node.js function, %s', (_, context) => {
  let stack: Stack;
  beforeEach(() => {
    // Bundling is tested with the example, where it is run for real.
    stack = new Stack(new App({ context: { ...context, 'aws:cdk:bundling-stacks': [] } }), 'Stack');
  });

  test('finds its handler beside the file that makes it, as the L2 does', () => {
    new SecureNodejsFunction(stack, 'handler');
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
      Handler: 'index.handler',
      KmsKeyArn: Match.anyValue(),
      RecursiveLoop: 'Terminate',
      Runtime: Match.anyValue(),
    });
  });

  test('runs on a runtime that gets security patches, whatever the feature flags say', () => {
    const fn = new SecureNodejsFunction(stack, 'handler');
    expect(fn.runtime.name).not.toMatch(/nodejs(1[0-9]|20)\.x/);
  });

  test('says which file it looked for when there is none', () => {
    expect(() => new SecureNodejsFunction(stack, 'missing')).toThrow(/secure-nodejs-function\.test\.missing\.ts/);
  });

  test('takes its code as it is, without bundling', () => {
    new SecureNodejsFunction(stack, 'Fn', {
      code: lambda.Code.fromInline('exports.handler = async () => {};'),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_24_X,
    });
    Template.fromStack(stack).resourceCountIs('AWS::Lambda::Function', 1);
  });
});

test('bundles the handler with esbuild', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  new SecureNodejsFunction(stack, 'Fn', { entry: `${__dirname}/secure-nodejs-function.test.handler.ts` });
  expect(() => app.synth()).not.toThrow();
});
