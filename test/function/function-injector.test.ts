import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as nodejs from 'aws-cdk-lib/aws-lambda-nodejs';
import * as customResources from 'aws-cdk-lib/custom-resources';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { SecureFunctionInjector } from '../../src/function/function-injector';
import { SecureFunction } from '../../src/function/secure-function';
import { SecureNodejsFunction } from '../../src/function/secure-nodejs-function';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('the injector, %s', (_, context) => {
  function stackWith(...injectors: SecureFunctionInjector[]): Stack {
    return new Stack(new App({ context, propertyInjectors: injectors }), 'Stack');
  }

  test.each<[string, (stack: Stack) => lambda.Function]>([
    ['a function', (stack) => new lambda.Function(stack, 'Fn', code)],
    [
      'a function that says undefined',
      (stack) => new lambda.Function(stack, 'Fn', { ...code, tracing: undefined, timeout: undefined }),
    ],
    ['a Node.js function', (stack) => new nodejs.NodejsFunction(stack, 'Fn', code)],
  ])('fills in what %s left open', (__, make) => {
    const stack = stackWith(new SecureFunctionInjector());
    make(stack);
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
      KmsKeyArn: Match.anyValue(),
      LoggingConfig: Match.objectLike({ LogFormat: 'JSON' }),
      RecursiveLoop: 'Terminate',
      Timeout: 3,
      TracingConfig: { Mode: 'Active' },
    });
  });

  test('leaves what a function was told', () => {
    const stack = stackWith(new SecureFunctionInjector());
    new lambda.Function(stack, 'Fn', { ...code, tracing: lambda.Tracing.PASS_THROUGH, memorySize: 512 });
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
      MemorySize: 512,
      TracingConfig: { Mode: 'PassThrough' },
    });
  });

  test.each<[string, (stack: Stack) => unknown]>([
    ['SecureFunction', (stack) => new SecureFunction(stack, 'Fn', code)],
    ['SecureNodejsFunction', (stack) => new SecureNodejsFunction(stack, 'Fn', code)],
  ])('changes nothing of a %s', (__, make) => {
    const plain = stackWith();
    const injected = stackWith(new SecureFunctionInjector());
    make(plain);
    make(injected);
    expect(Template.fromStack(injected).toJSON()).toEqual(Template.fromStack(plain).toJSON());
  });

  test('lets the functions that the CDK makes for itself be made', () => {
    const stack = stackWith(new SecureFunctionInjector());
    new customResources.Provider(stack, 'Provider', { onEventHandler: new SecureFunction(stack, 'Fn', code) });
    expect(() => Template.fromStack(stack)).not.toThrow();
  });
});
