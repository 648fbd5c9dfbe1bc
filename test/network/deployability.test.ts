/** @jest-environment ./test/judges/validator-environment.ts */
process.env.CDK_VALIDATION = 'true';

import { App, CfnResource, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import type { Construct } from 'constructs';
import { SecureFunction } from '../../src/function/secure-function';
import { IsolatedNetwork } from '../../src/network/isolated-network';
import { NetworkDns } from '../../src/network/network-dns';
import { NetworkEndpoints } from '../../src/network/network-endpoints';
import { named, openFindings } from '../judges/validation-report';

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

const cases: [string, (scope: Construct) => void][] = [
  ['alone', (scope) => void new IsolatedNetwork(new Stack(scope, 'Stack'), 'Network')],
  [
    'with a function that reads a table and a secret',
    (scope) => {
      const stack = new Stack(scope, 'Stack');
      reader(stack, new IsolatedNetwork(stack, 'Network', { endpoints }));
    },
  ],
  [
    'in a stack of its own, with functions and data in others',
    (scope) => {
      const network = new IsolatedNetwork(new Stack(scope, 'Networks', { env }), 'Network', { endpoints });
      reader(new Stack(scope, 'Functions', { env }), network, new Stack(scope, 'Data', { env }));
    },
  ],
  [
    'in a stage, with the function in a nested stack',
    (scope) => {
      const stack = new Stack(new Stage(scope, 'Stage'), 'Stack');
      const network = new IsolatedNetwork(stack, 'Network', { endpoints });
      reader(new NestedStack(stack, 'Nested'), network);
    },
  ],
  [
    'in a nested stack, with the function outside of it',
    (scope) => {
      const stack = new Stack(scope, 'Stack');
      reader(stack, new IsolatedNetwork(new NestedStack(stack, 'Nested'), 'Network', { endpoints }));
    },
  ],
  [
    'with IPv6, in three zones, and with open DNS',
    (scope) => {
      const stack = new Stack(scope, 'Stack', { env });
      const ipProtocol = ec2.IpProtocol.DUAL_STACK;
      const dns = NetworkDns.open('names of partners change daily');
      reader(stack, new IsolatedNetwork(stack, 'Network', { endpoints, ipProtocol, maxAzs: 3, dns }));
    },
  ],
  [
    'with a file system, and a queue that fails go to',
    (scope) => {
      const stack = new Stack(scope, 'Stack');
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
  [
    'with a way out',
    (scope) => {
      const network = new IsolatedNetwork(new Stack(scope, 'Stack'), 'Network', {
        ipProtocol: ec2.IpProtocol.DUAL_STACK,
      });
      const payer = new SecureFunction(new Stack(scope, 'Functions'), 'Payer', { ...code, network });
      network.allowEgressTo({ domains: ['api.example.com'], reason: 'payments', functions: [payer] });
    },
  ],
  [
    'with a way out, in a region that is known',
    (scope) => {
      const network = new IsolatedNetwork(new Stack(scope, 'Stack', { env }), 'Network');
      const payer = new SecureFunction(new Stack(scope, 'Functions', { env }), 'Payer', { ...code, network });
      network.allowEgressTo({ domains: ['api.example.com'], reason: 'payments', functions: [payer] });
    },
  ],
];

/** One synthesis for all: the validator takes seconds to start. Each scene is in a stage of its own, which its paths start with. */
function findings(context: Record<string, unknown>): string[] {
  const app = new App({ context: { ...context, '@aws-cdk/core:validateAgainstDefaultRules': true } });
  cases.forEach(([, add], n) => add(new Stage(app, `Scene${n}`)));
  const broken = new CfnResource(new Stack(app, 'Broken'), 'Broken', { type: 'AWS::EC2::VPC' });
  broken.addPropertyOverride('CidrBlok', '10.0.0.0/16');
  return openFindings(app).flatMap((finding) => named([finding]).concat(finding.where.length > 0 ? [] : finding.rule));
}

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('%s', (_, context) => {
  let found: string[];
  beforeAll(() => {
    found = findings(context);
  });

  test.each(cases.map(([what], n) => [what, n] as const))(
    'the template validator of the CDK finds no error in a network %s',
    (__, n) => {
      expect(found.filter((finding) => finding.includes(` Scene${n}/`))).toEqual([]);
    },
  );

  test('but it does in a property that is misspelt, and in nothing else', () => {
    expect(found.filter((finding) => !finding.endsWith(' Broken/Broken'))).toEqual([]);
    expect(found).not.toEqual([]);
  });
});
