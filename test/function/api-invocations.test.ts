import { App, CfnResource, Fn, Stack, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { ApiFirewall, SecureApi, SecureFunction, ServerlessSecurityChecks } from '../../src';
import { named, validationReport } from '../judges/validation-report';

const HEADER = 'integration.request.header.X-Amz-Invocation-Type';

type Adds = (stack: Stack, fn: SecureFunction, header: Record<string, string>) => void;

function lambdaIntegration(
  fn: lambda.IFunction,
  requestParameters: Record<string, string>,
): apigateway.LambdaIntegration {
  return new apigateway.LambdaIntegration(fn, {
    proxy: false,
    requestParameters,
    integrationResponses: [{ statusCode: '202' }],
  });
}

const addMethod = (api: apigateway.RestApi, integration: apigateway.Integration): void =>
  void api.root.addMethod('POST', integration, { authorizationType: apigateway.AuthorizationType.IAM });

function invocationsOf(stack: Stack, arn: string): string {
  return `arn:aws:apigateway:${stack.region}:lambda:path/2015-03-31/functions/${arn}/invocations`;
}

function openApi(uri: unknown, requestParameters: Record<string, string>): object {
  return {
    openapi: '3.0.1',
    info: { title: 'jobs', version: '1' },
    paths: {
      '/': { post: { 'x-amazon-apigateway-integration': { type: 'aws', httpMethod: 'POST', uri, requestParameters } } },
    },
  };
}

const ways: [string, Adds][] = [
  [
    'a SecureApi',
    (stack, fn, header) =>
      addMethod(new SecureApi(stack, 'Api', { waf: ApiFirewall.none('internal') }), lambdaIntegration(fn, header)),
  ],
  ['a RestApi', (stack, fn, header) => addMethod(new apigateway.RestApi(stack, 'Api'), lambdaIntegration(fn, header))],
  [
    'an alias behind a RestApi',
    (stack, fn, header) =>
      addMethod(new apigateway.RestApi(stack, 'Api'), lambdaIntegration(fn.addAlias('live'), header)),
  ],
  [
    'a version behind a RestApi',
    (stack, fn, header) =>
      addMethod(new apigateway.RestApi(stack, 'Api'), lambdaIntegration(fn.currentVersion, header)),
  ],
  [
    'an integration with Lambda as the AWS service, as a role',
    (stack, fn, requestParameters) => {
      const credentialsRole = new iam.Role(stack, 'Role', {
        assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com'),
      });
      fn.grantInvoke(credentialsRole);
      addMethod(
        new apigateway.RestApi(stack, 'Api'),
        new apigateway.AwsIntegration({
          service: 'lambda',
          path: `2015-03-31/functions/${fn.functionArn}/invocations`,
          options: { credentialsRole, requestParameters, integrationResponses: [{ statusCode: '202' }] },
        }),
      );
    },
  ],
  [
    'an OpenAPI document',
    (stack, fn, header) =>
      void new apigateway.SpecRestApi(stack, 'Api', {
        apiDefinition: apigateway.ApiDefinition.fromInline(openApi(invocationsOf(stack, fn.functionArn), header)),
      }),
  ],
  [
    'an OpenAPI document that names the function by its logical id',
    (stack, fn, header) => {
      const id = stack.getLogicalId(fn.node.defaultChild as CfnResource);
      const uri = {
        'Fn::Sub': `arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${${id}.Arn}/invocations`,
      };
      new apigateway.CfnRestApi(stack, 'Api', { body: openApi(uri, header) });
    },
  ],
  [
    'a method that was written by hand',
    (stack, fn, header) => {
      const api = new apigateway.CfnRestApi(stack, 'Api', { name: 'jobs' });
      new CfnResource(stack, 'Method', {
        type: 'AWS::ApiGateway::Method',
        properties: {
          RestApiId: api.ref,
          ResourceId: api.attrRootResourceId,
          HttpMethod: 'POST',
          AuthorizationType: 'AWS_IAM',
          Integration: {
            Type: 'AWS',
            IntegrationHttpMethod: 'POST',
            Uri: Fn.sub('arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Arn}/invocations', {
              Arn: fn.functionArn,
            }),
            RequestParameters: header,
          },
        },
      });
    },
  ],
  [
    'an override of a method',
    (stack, fn, header) => {
      const api = new apigateway.RestApi(stack, 'Api');
      const method = api.root.addMethod('POST', lambdaIntegration(fn, {}));
      (method.node.defaultChild as CfnResource).addPropertyOverride('Integration', { RequestParameters: header });
    },
  ],
  [
    'an integration of a WebSocket API',
    (stack, fn, requestParameters) => {
      const api = new apigatewayv2.WebSocketApi(stack, 'Api');
      new apigatewayv2.CfnIntegration(stack, 'Integration', {
        apiId: api.apiId,
        integrationType: 'AWS',
        integrationMethod: 'POST',
        integrationUri: invocationsOf(stack, fn.functionArn),
        requestParameters,
      });
    },
  ],
];

function app(context: Record<string, unknown> = {}): [Stack, SecureFunction] {
  const stack = new Stack(new App({ context }), 'Stack');
  return [stack, functionIn(stack)];
}

function functionIn(stack: Stack, props: Partial<lambda.FunctionProps> = {}): SecureFunction {
  return new SecureFunction(stack, 'Fn', {
    runtime: lambda.Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
    ...props,
  });
}

const bounded = {
  MaximumEventAgeInSeconds: 3600,
  MaximumRetryAttempts: 2,
};

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('a function that an API invokes and does not wait for, %s', (_, context) => {
  test.each(ways)('keeps what fails behind %s', (__, add) => {
    const [stack, fn] = app(context);
    add(stack, fn, { [HEADER]: "'Event'" });
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::Lambda::EventInvokeConfig', 1);
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', bounded);
    template.resourceCountIs('AWS::SQS::Queue', 1);
    expect(fn.failureQueue).toBeDefined();
    expect(JSON.stringify(template.findResources('AWS::IAM::Policy'))).toContain('sqs:SendMessage');
  });
});

test.each(ways)('nothing is added where %s waits for the answer', (__, add) => {
  const [stack, fn] = app();
  add(stack, fn, { [HEADER]: "'RequestResponse'" });
  Template.fromStack(stack).resourceCountIs('AWS::Lambda::EventInvokeConfig', 0);
});

test.each([
  ['the caller decides', { [HEADER]: 'method.request.header.InvocationType' }],
  ['the stage decides', { [HEADER]: 'stageVariables.type' }],
  ['the header is written in small letters, as headers may be', { [HEADER.toLowerCase()]: "'Event'" }],
])('what fails is kept where %s', (__, header) => {
  const [stack, fn] = app();
  addMethod(new apigateway.RestApi(stack, 'Api'), lambdaIntegration(fn, header));
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::EventInvokeConfig', bounded);
});

test('what fails is kept where the mapping template sets the header', () => {
  const [stack, fn] = app();
  const template = '#set($context.requestOverride.header.X-Amz-Invocation-Type = "Event")$input.body';
  const integration = new apigateway.LambdaIntegration(fn, {
    proxy: false,
    requestTemplates: { 'application/json': template },
  });
  addMethod(new apigateway.RestApi(stack, 'Api'), integration);
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::EventInvokeConfig', bounded);
});

test('what fails is kept where the API is in another stack', () => {
  const [stack, fn] = app();
  const front = new Stack(stack.node.root as App, 'Front');
  addMethod(new apigateway.RestApi(front, 'Api'), lambdaIntegration(fn, { [HEADER]: "'Event'" }));
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::EventInvokeConfig', bounded);
});

test('only the function that is not waited for gets a place for what fails', () => {
  const [stack, fn] = app();
  const other = new SecureFunction(stack, 'Other', {
    runtime: lambda.Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
  });
  const api = new apigateway.RestApi(stack, 'Api');
  addMethod(api, lambdaIntegration(fn, { [HEADER]: "'Event'" }));
  api.root.addMethod('GET', new apigateway.LambdaIntegration(other));
  Template.fromStack(stack).resourceCountIs('AWS::Lambda::EventInvokeConfig', 1);
  expect(other.failureQueue).toBeUndefined();
});

test('what somebody said about asynchronous invocations stands, and a dead-letter queue is enough', () => {
  const stack = new Stack(new App(), 'Stack');
  const fn = functionIn(stack, { retryAttempts: 0, deadLetterQueue: new sqs.Queue(stack, 'Dead') });
  addMethod(new apigateway.RestApi(stack, 'Api'), lambdaIntegration(fn, { [HEADER]: "'Event'" }));
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', { ...bounded, MaximumRetryAttempts: 0 });
  template.resourceCountIs('AWS::SQS::Queue', 1);
});

test('the gate finds nothing to say about what a SecureApi hands over to a SecureFunction', () => {
  const [stack, fn] = app();
  const everything = stack.node.root as App;
  Validations.of(everything).addPlugins(new ServerlessSecurityChecks(everything));
  const api = new SecureApi(stack, 'Api', { waf: ApiFirewall.none('internal') });
  addMethod(api, lambdaIntegration(fn, { [HEADER]: "'Event'" }));
  expect(named(validationReport(everything).open).filter((finding) => finding.includes('lambda-async'))).toEqual([]);
});

test('the failure queue can be had before synthesis, for callers that nobody sees', () => {
  const [stack, fn] = app();
  fn.configureAsyncInvoke({});
  expect(fn.failureQueue).toBeDefined();
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::EventInvokeConfig', bounded);
});
