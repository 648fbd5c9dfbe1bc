/** @jest-environment ./test/judges/validator-environment.ts */
import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { ApiFirewall, PublicAccess, SecureApi } from '../../src';

const validation = process.env.CDK_VALIDATION;

beforeAll(() => {
  delete process.env.CDK_VALIDATION;
});

afterAll(() => {
  process.env.CDK_VALIDATION = validation;
});

/** One API with everything, a private one, and a second stage: what is written must be deployable. */
function everything(context: Record<string, unknown>): App {
  const app = new App({ context: { ...context, '@aws-cdk/core:validateAgainstDefaultRules': true } });
  const stack = new Stack(app, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
  const handler = new lambda.Function(stack, 'Function', {
    runtime: lambda.Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 200 })'),
  });
  const integration = new apigateway.LambdaIntegration(handler);

  const api = new SecureApi(stack, 'Api', {
    waf: ApiFirewall.managed(),
    usagePlan: { name: 'Partners', quota: { limit: 1000, period: apigateway.Period.DAY } },
    defaultCorsPreflightOptions: { allowOrigins: ['https://www.example.com', 'https://shop.example.com'] },
    deployOptions: { cacheClusterEnabled: true, methodOptions: { '/books/GET': { throttlingRateLimit: 5 } } },
    domainName: {
      domainName: 'api.example.com',
      certificate: acm.Certificate.fromCertificateArn(
        stack,
        'Certificate',
        'arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555',
      ),
    },
  });
  const model = api.addModel('Book', { modelName: 'Book', schema: { type: apigateway.JsonSchemaType.OBJECT } });
  const books = api.root.addResource('books');
  books.addMethod('GET', integration, {
    authorizer: new apigateway.CognitoUserPoolsAuthorizer(stack, 'Authorizer', {
      cognitoUserPools: [new cognito.UserPool(stack, 'Users')],
    }),
  });
  books.addMethod('POST', integration, { requestModels: { 'application/json': model } });
  api.root.addResource('health').addMethod('GET', integration, {
    authorizer: PublicAccess.because('the load balancer asks without credentials, and the answer says nothing'),
  });
  api.addGatewayResponse('Unauthorized', { type: apigateway.ResponseType.UNAUTHORIZED });
  new apigateway.Stage(stack, 'Beta', { deployment: api.latestDeployment!, stageName: 'beta' });

  const endpoint = new ec2.Vpc(stack, 'Vpc', { natGateways: 0, maxAzs: 2 }).addInterfaceEndpoint('Endpoint', {
    service: ec2.InterfaceVpcEndpointAwsService.APIGATEWAY,
    subnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
  });
  const inner = new SecureApi(stack, 'Inner', {
    endpointConfiguration: { types: [apigateway.EndpointType.PRIVATE], vpcEndpoints: [endpoint] },
    waf: ApiFirewall.none('only our own network reaches it, and every caller signs'),
  });
  inner.root.addMethod('GET', new apigateway.HttpIntegration('https://example.com'));
  return app;
}

test.each([
  ['off', {}],
  ['on', flags],
])('CDK’s own validator finds nothing wrong with any part of an API, with feature flags %s', (_flags, context) => {
  expect(() => everything(context).synth()).not.toThrow();
});

test('the validator is listening, because a silent one would find nothing wrong with anything', () => {
  const app = everything({});
  const [stack] = app.node.findAll().filter((construct): construct is Stack => Stack.isStack(construct));
  const method = stack.node.findAll().find((construct) => construct instanceof apigateway.CfnMethod);
  (method as apigateway.CfnMethod).addPropertyDeletionOverride('HttpMethod');
  expect(() => app.synth()).toThrow(/HttpMethod/);
});
