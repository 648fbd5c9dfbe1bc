import { App, PropertyInjectors, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { SecureApi, SecureApiInjector } from '../../src';

const backend = new apigateway.HttpIntegration('https://example.com');

function stackWithDefaults(context?: Record<string, unknown>): Stack {
  const stack = new Stack(new App({ context }), 'Stack');
  PropertyInjectors.of(stack).add(new SecureApiInjector());
  return stack;
}

describe.each([
  ['off', {}],
  ['on', flags],
])('with feature flags %s', (_flags, context) => {
  test('a raw API gets authorization, limits, logs and traces', () => {
    const stack = stackWithDefaults(context);
    new apigateway.RestApi(stack, 'Api').root.addMethod('GET', backend);
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::ApiGateway::Method', { AuthorizationType: 'AWS_IAM' });
    template.hasResource('AWS::ApiGateway::Stage', {
      Properties: {
        TracingEnabled: true,
        AccessLogSetting: { Format: Match.stringLikeRegexp('requestId') },
        MethodSettings: [
          { LoggingLevel: 'ERROR', DataTraceEnabled: false, ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
        ],
      },
      DependsOn: ['ApiAccountA18C9B29'],
    });
    template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 365, KmsKeyId: Match.anyValue() });
  });

  test('a SecureApi is the same with and without, because it has those defaults already', () => {
    const make = (stack: Stack): object => {
      const api = new SecureApi(stack, 'Api', { deployOptions: { throttlingRateLimit: 5 } });
      api.root.addMethod('GET', backend);
      return Template.fromStack(stack).toJSON().Resources;
    };
    expect(make(stackWithDefaults(context))).toEqual(make(new Stack(new App({ context }), 'Stack')));
  });
});

test('what was said is kept, and an explicit undefined is not something said', () => {
  const stack = stackWithDefaults();
  new apigateway.RestApi(stack, 'Api', {
    deployOptions: { throttlingRateLimit: 5, loggingLevel: undefined, metricsEnabled: false },
  }).root.addMethod('GET', backend);
  Template.fromStack(stack).hasResourceProperties('AWS::ApiGateway::Stage', {
    MethodSettings: [{ ThrottlingRateLimit: 5, LoggingLevel: 'ERROR', MetricsEnabled: false }],
  });
});

test('an API without deployment is left without stage options, which it may not have', () => {
  const stack = stackWithDefaults();
  const api = new apigateway.RestApi(stack, 'Api', { deploy: false });
  api.root.addMethod('GET', backend);
  Template.fromStack(stack).resourceCountIs('AWS::ApiGateway::Stage', 0);
});

test('two raw APIs set the role of the account once, and both stages wait for it', () => {
  const stack = stackWithDefaults();
  for (const id of ['One', 'Two']) new apigateway.RestApi(stack, id).root.addMethod('GET', backend);
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::ApiGateway::Account', 1);
  for (const stage of Object.values(template.findResources('AWS::ApiGateway::Stage'))) {
    expect(stage.DependsOn).toEqual([expect.stringContaining('OneAccount')]);
  }
});
