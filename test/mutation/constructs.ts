import { join } from 'node:path';
import { App, CustomResource, Mixins, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as customResources from 'aws-cdk-lib/custom-resources';
import type { JsonTemplate } from './mutants';
import {
  ApiFirewall,
  CustomResourceHardening,
  EgressFunction,
  ScopedRole,
  SecureApi,
  SecureBucket,
  SecureFunction,
  SecureKey,
  SecureLogGroup,
  SecureNodejsFunction,
} from '../../src';

const code = lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 200 })');
const runtime = lambda.Runtime.NODEJS_24_X;
const handler = 'index.handler';
const firewallArn = 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/company/a1b2c3d4-5678-90ab-cdef-EXAMPLE11111';

/** Each construct of ours as people use it, with what it brings along. */
const constructs: Readonly<Record<string, (stack: Stack) => void>> = {
  'SecureFunction, invoked asynchronously': (stack) => {
    const orders = new SecureFunction(stack, 'Orders', { code, runtime, handler, environment: { TABLE: 'orders' } });
    orders.configureAsyncInvoke({ retryAttempts: 1 });
  },
  'SecureFunction in a VPC, with a dead-letter queue': (stack) => {
    const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
      vpcId: 'vpc-0123456789abcdef0',
      availabilityZones: ['eu-west-1a', 'eu-west-1b'],
      isolatedSubnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
    });
    new SecureFunction(stack, 'Orders', { code, runtime, handler, vpc, deadLetterQueueEnabled: true });
  },
  'SecureFunction behind a URL': (stack) => {
    const orders = new SecureFunction(stack, 'Orders', { code, runtime, handler });
    orders
      .addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM })
      .grantInvokeUrl(new iam.AccountRootPrincipal());
  },
  SecureNodejsFunction: (stack) => {
    new SecureNodejsFunction(stack, 'Orders', { entry: join(__dirname, 'orders.ts') });
  },
  SecureApi: (stack) => {
    const orders = new SecureFunction(stack, 'Orders', { code, runtime, handler });
    const api = new SecureApi(stack, 'Api', { waf: ApiFirewall.managed() });
    api.root.addMethod('POST', new apigateway.LambdaIntegration(orders));
  },
  'SecureApi for the users of a pool': (stack) => {
    const orders = new SecureFunction(stack, 'Orders', { code, runtime, handler });
    const userPoolArn = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a1B2c3D4e';
    const pool = cognito.UserPool.fromUserPoolArn(stack, 'Users', userPoolArn);
    const api = new SecureApi(stack, 'Api', {
      waf: ApiFirewall.existing(firewallArn),
      usagePlan: { throttle: { rateLimit: 10, burstLimit: 20 }, quota: { limit: 1000, period: apigateway.Period.DAY } },
    });
    api.root.addMethod('POST', new apigateway.LambdaIntegration(orders), {
      authorizer: new apigateway.CognitoUserPoolsAuthorizer(stack, 'Authorizer', { cognitoUserPools: [pool] }),
      authorizationScopes: ['orders/read'],
    });
  },
  'SecureApi with a domain and a firewall that exists': (stack) => {
    const orders = new SecureFunction(stack, 'Orders', { code, runtime, handler });
    const certificateArn = 'arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012';
    const api = new SecureApi(stack, 'Api', {
      waf: ApiFirewall.existing(firewallArn),
      endpointTypes: [apigateway.EndpointType.REGIONAL],
      domainName: {
        domainName: 'orders.example.com',
        certificate: acm.Certificate.fromCertificateArn(stack, 'Certificate', certificateArn),
      },
    });
    api.root.addMethod('POST', new apigateway.LambdaIntegration(orders));
  },
  'SecureApi, private': (stack) => {
    const orders = new SecureFunction(stack, 'Orders', { code, runtime, handler });
    const endpoint = ec2.InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(stack, 'Endpoint', {
      vpcEndpointId: 'vpce-0123456789abcdef0',
      port: 443,
    });
    const api = new SecureApi(stack, 'Api', {
      waf: ApiFirewall.none('only the network of the company reaches it'),
      endpointConfiguration: { types: [apigateway.EndpointType.PRIVATE], vpcEndpoints: [endpoint] },
    });
    api.root.addMethod('POST', new apigateway.LambdaIntegration(orders));
  },
  SecureBucket: (stack) => {
    new SecureBucket(stack, 'Uploads');
  },
  ScopedRole: (stack) => {
    const reader = new ScopedRole(stack, 'Reader', { description: 'reads orders' });
    dynamodb.TableV2.fromTableName(stack, 'Orders', 'orders').grant(reader, 'dynamodb:GetItem');
  },
  SecureKey: (stack) => {
    new SecureKey(stack, 'Key');
  },
  SecureLogGroup: (stack) => {
    new SecureLogGroup(stack, 'Logs');
  },
  EgressFunction: (stack) => {
    const orders = new SecureFunction(stack, 'Orders', { code, runtime, handler });
    const hosts = ['api.example.com'];
    new EgressFunction(stack, 'Payments', { hosts, reason: 'cards are charged by a provider' }).grantInvoke(orders);
  },
  'CustomResourceHardening of a provider': (stack) => {
    const onEventHandler = new SecureFunction(stack, 'Orders', { code, runtime, handler });
    const { serviceToken } = new customResources.Provider(stack, 'Provider', { onEventHandler });
    new CustomResource(stack, 'Seed', { serviceToken });
    Mixins.of(stack).apply(new CustomResourceHardening());
  },
};

export const constructNames = Object.keys(constructs);

export function templateOf(name: string): JsonTemplate {
  // The code of the function with an entry is not what is looked at.
  const stack = new Stack(new App({ context: { 'aws:cdk:bundling-stacks': [] } }), 'Stack');
  constructs[name](stack);
  return Template.fromStack(stack).toJSON() as JsonTemplate;
}
