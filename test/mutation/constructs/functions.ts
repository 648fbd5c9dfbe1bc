import { join } from 'node:path';
import { CustomResource, Mixins } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as customResources from 'aws-cdk-lib/custom-resources';
import { inline } from './inline';
import {
  CustomResourceHardening,
  EgressFunction,
  ScopedRole,
  SecureFunction,
  SecureNodejsFunction,
} from '../../../src';
import type { Constructs } from '../family';

export const functions: Constructs = {
  'SecureFunction, invoked asynchronously': (stack) => {
    const orders = new SecureFunction(stack, 'Orders', { ...inline, environment: { TABLE: 'orders' } });
    orders.configureAsyncInvoke({ retryAttempts: 1 });
  },
  'SecureFunction in a VPC, with a dead-letter queue': (stack) => {
    const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
      vpcId: 'vpc-0123456789abcdef0',
      availabilityZones: ['eu-west-1a', 'eu-west-1b'],
      isolatedSubnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
    });
    new SecureFunction(stack, 'Orders', { ...inline, vpc, deadLetterQueueEnabled: true });
  },
  'SecureFunction behind a URL': (stack) => {
    const orders = new SecureFunction(stack, 'Orders', inline);
    orders
      .addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM })
      .grantInvokeUrl(new iam.AccountRootPrincipal());
  },
  SecureNodejsFunction: (stack) => {
    new SecureNodejsFunction(stack, 'Orders', { entry: join(__dirname, '../orders.ts') });
  },
  ScopedRole: (stack) => {
    const reader = new ScopedRole(stack, 'Reader', { description: 'reads orders' });
    dynamodb.TableV2.fromTableName(stack, 'Orders', 'orders').grant(reader, 'dynamodb:GetItem');
  },
  EgressFunction: (stack) => {
    const orders = new SecureFunction(stack, 'Orders', inline);
    const hosts = ['api.example.com'];
    new EgressFunction(stack, 'Payments', { hosts, reason: 'cards are charged by a provider' }).grantInvoke(orders);
  },
  'CustomResourceHardening of a provider': (stack) => {
    const onEventHandler = new SecureFunction(stack, 'Orders', inline);
    const { serviceToken } = new customResources.Provider(stack, 'Provider', { onEventHandler });
    new CustomResource(stack, 'Seed', { serviceToken });
    Mixins.of(stack).apply(new CustomResourceHardening());
  },
};
