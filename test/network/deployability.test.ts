process.env.CDK_VALIDATION = 'true';

import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import type { Construct } from 'constructs';
import { IsolatedNetwork, NetworkDns, NetworkEndpoints, SecureFunction } from '../../src';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};
const endpoints = NetworkEndpoints.onDemand();
const env = { account: '111122223333', region: 'eu-west-1' };

/** A function that reads a table and a secret, wherever these are. */
function reader(scope: Construct, network: IsolatedNetwork, data: Construct = scope): SecureFunction {
  const fn = new SecureFunction(scope, 'Fn', { ...code, network });
  new dynamodb.Table(data, 'Table', {
    partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
  }).grantReadData(fn);
  new secretsmanager.Secret(data, 'Secret').grantRead(fn);
  return fn;
}

const cases: [string, (app: App) => void][] = [
  ['alone', (app) => void new IsolatedNetwork(new Stack(app, 'Stack'), 'Network')],
  [
    'with a function that reads a table and a secret',
    (app) => {
      const stack = new Stack(app, 'Stack');
      reader(stack, new IsolatedNetwork(stack, 'Network', { endpoints }));
    },
  ],
  [
    'in a stack of its own, with functions and data in others',
    (app) => {
      const network = new IsolatedNetwork(new Stack(app, 'Networks', { env }), 'Network', { endpoints });
      reader(new Stack(app, 'Functions', { env }), network, new Stack(app, 'Data', { env }));
    },
  ],
  [
    'in a stage, with the function in a nested stack',
    (app) => {
      const stack = new Stack(new Stage(app, 'Stage'), 'Stack');
      const network = new IsolatedNetwork(stack, 'Network', { endpoints });
      reader(new NestedStack(stack, 'Nested'), network);
    },
  ],
  [
    'in a nested stack, with the function outside of it',
    (app) => {
      const stack = new Stack(app, 'Stack');
      reader(stack, new IsolatedNetwork(new NestedStack(stack, 'Nested'), 'Network', { endpoints }));
    },
  ],
  [
    'with IPv6, in three zones, and with open DNS',
    (app) => {
      const stack = new Stack(app, 'Stack', { env });
      const ipProtocol = ec2.IpProtocol.DUAL_STACK;
      const dns = NetworkDns.open('names of partners change daily');
      reader(stack, new IsolatedNetwork(stack, 'Network', { endpoints, ipProtocol, maxAzs: 3, dns }));
    },
  ],
  [
    'with a file system, and a queue that fails go to',
    (app) => {
      const stack = new Stack(app, 'Stack');
      const network = new IsolatedNetwork(stack, 'Network', { endpoints });
      const group = new ec2.SecurityGroup(stack, 'Group', { vpc: network, allowAllOutbound: false });
      const files = new efs.FileSystem(stack, 'Files', { vpc: network, securityGroup: group });
      const point = files.addAccessPoint('Point', {
        path: '/x',
        createAcl: { ownerGid: '1', ownerUid: '1', permissions: '700' },
      });
      new SecureFunction(stack, 'Fn', {
        ...code,
        network,
        filesystem: lambda.FileSystem.fromEfsAccessPoint(point, '/mnt/x'),
        deadLetterQueue: new sqs.Queue(stack, 'Dlq', { encryption: sqs.QueueEncryption.KMS }),
      });
    },
  ],
];

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('%s', (_, context) => {
  test.each(cases)('the template validator of the CDK finds no error in a network %s', (__, add) => {
    const app = new App({ context: { ...context, '@aws-cdk/core:validateAgainstDefaultRules': true } });
    add(app);
    expect(() => app.synth()).not.toThrow();
  });
});
