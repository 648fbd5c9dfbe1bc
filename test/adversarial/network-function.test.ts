import { App, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { SecureFunction, type SecureFunctionProps } from '../../src/function/secure-function';

import { IsolatedNetwork } from '../../src/network/isolated-network';
import type { IIsolatedNetwork } from '../../src/network/network';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

function newStack(): Stack {
  return new Stack(new App(), 'Stack');
}

test.each<[string, (stack: Stack, network: IsolatedNetwork) => Partial<SecureFunctionProps>, RegExp]>([
  ['allowAllOutbound', () => ({ allowAllOutbound: true }), /Stack\/Fn: 'allowAllOutbound: true' lets the function out/],
  ['allowAllIpv6Outbound', () => ({ allowAllIpv6Outbound: true }), /'allowAllIpv6Outbound: true'/],
  ['allowPublicSubnet', () => ({ allowPublicSubnet: true }), /'allowPublicSubnet: true'/],
  [
    'security groups with egress',
    (stack, vpc) => ({ securityGroups: [new ec2.SecurityGroup(stack, 'Group', { vpc })] }),
    /'securityGroups' brings rules that were made for something else/,
  ],
  ['subnets of its own', (_, network) => ({ vpcSubnets: network.dataSubnets }), /'vpcSubnets' of your own/],
  [
    'two networks',
    (stack) => ({ vpc: new ec2.Vpc(stack, 'Vpc') }),
    /two networks, 'Stack\/Network' and the 'vpc' 'Stack\/Vpc': a function is in one network/,
  ],
  [
    'two isolated networks',
    (stack) => ({ vpc: new IsolatedNetwork(stack, 'Second') }),
    /two networks, 'Stack\/Network' and the 'vpc' 'Stack\/Second'/,
  ],
])('prop: %s is refused in a network', (_, props, message) => {
  const stack = newStack();
  const network = new IsolatedNetwork(stack, 'Network');
  expect(() => new SecureFunction(stack, 'Fn', { ...code, network, ...props(stack, network) })).toThrow(message);
  expect(stack.node.tryFindChild('Fn')).toBeUndefined();
});

test.each<[string, Partial<SecureFunctionProps>]>([
  ['allowAllOutbound', { allowAllOutbound: true }],
  ['vpcSubnets', { vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED } }],
])('prop: %s is refused where the network is given as the VPC', (_, props) => {
  const stack = newStack();
  const vpc = new IsolatedNetwork(stack, 'Network');
  expect(() => new SecureFunction(stack, 'Fn', { ...code, vpc, ...props })).toThrow(/Stack\/Fn: 'allow|'vpcSubnets'/);
});

test('a network that this library did not make is refused', () => {
  const stack = newStack();
  class OtherNetwork extends Construct implements IIsolatedNetwork {
    public readonly vpc = new ec2.Vpc(this, 'Vpc');
    public readonly functionSubnets = {};
    public readonly dataSubnets = {};
  }
  const network = new OtherNetwork(stack, 'Network');
  expect(() => new SecureFunction(stack, 'Fn', { ...code, network })).toThrow(/this is no network of this library/);
});

test('the network of another stage or region is refused, because it is deployed apart', () => {
  const app = new App();
  const network = new IsolatedNetwork(new Stack(app, 'Networks'), 'Network');
  const other = new Stack(new Stage(app, 'Stage'), 'Stack');
  expect(() => new SecureFunction(other, 'Fn', { ...code, network })).toThrow(/is in another stage or region/);
  const abroad = new Stack(app, 'Abroad', { env: { region: 'us-east-1' } });
  expect(() => new SecureFunction(abroad, 'Fn', { ...code, network })).toThrow(/is in another stage or region/);
});

const groupOf = (fn: SecureFunction) => fn.node.findChild('SecurityGroup').node.defaultChild as ec2.CfnSecurityGroup;

test.each<[string, (fn: SecureFunction, stack: Stack) => unknown, RegExp]>([
  [
    'connections.allowToAnyIpv4',
    (fn) => fn.connections.allowToAnyIpv4(ec2.Port.tcp(443)),
    /'Stack\/Fn' is let out to '0\.0\.0\.0\/0'/,
  ],
  [
    'any IPv6',
    (fn) => fn.connections.allowTo(ec2.Peer.anyIpv6(), ec2.Port.tcp(443)),
    /'Stack\/Fn' is let out to '::\/0'/,
  ],
  [
    'the addresses of the VPC',
    (fn) => fn.connections.allowTo(ec2.Peer.ipv4('10.0.0.0/16'), ec2.Port.allTraffic()),
    /'Stack\/Fn' is let out to '10\.0\.0\.0\/16'/,
  ],
  [
    'ingress from anywhere',
    (fn) => fn.connections.allowFromAnyIpv4(ec2.Port.tcp(443)),
    /'SecurityGroupIngress'|by address/,
  ],
  [
    'an egress rule beside the group',
    (fn, stack) =>
      new ec2.CfnSecurityGroupEgress(stack, 'Rule', {
        groupId: groupOf(fn).attrGroupId,
        ipProtocol: '-1',
        cidrIp: '0.0.0.0/0',
      }),
    /'Stack\/Rule' lets 'Stack\/Fn' out or in by address/,
  ],
  [
    'a prefix list with anything in it',
    (fn) => fn.connections.allowTo(ec2.Peer.prefixList('pl-0123456789abcdef0'), ec2.Port.tcp(443)),
    /'pl-0123456789abcdef0'/,
  ],
  [
    'an untyped egress rule',
    (fn, stack) =>
      new CfnResource(stack, 'Rule', {
        type: 'AWS::EC2::SecurityGroupEgress',
        properties: { GroupId: groupOf(fn).attrGroupId, IpProtocol: '-1', CidrIpv6: '::/0' },
      }),
    /'Stack\/Rule' lets 'Stack\/Fn' out or in by address/,
  ],
  [
    'the rules of the group removed, which lets everything out',
    (fn) => groupOf(fn).addPropertyDeletionOverride('SecurityGroupEgress'),
    /'SecurityGroupEgress'/,
  ],
  [
    'another group',
    (fn) => (fn.node.defaultChild as lambda.CfnFunction).addPropertyOverride('VpcConfig.SecurityGroupIds.1', 'sg-1'),
    /'VpcConfig\.SecurityGroupIds'/,
  ],
  [
    'other subnets',
    (fn) => (fn.node.defaultChild as lambda.CfnFunction).addPropertyOverride('VpcConfig.SubnetIds', ['subnet-1']),
    /'VpcConfig\.SubnetIds'/,
  ],
  [
    'no VPC any more',
    (fn) => (fn.node.defaultChild as lambda.CfnFunction).addPropertyDeletionOverride('VpcConfig'),
    /'VpcConfig\./,
  ],
])('later: %s fails synthesis', (_, open, message) => {
  const stack = newStack();
  const network = new IsolatedNetwork(stack, 'Network');
  const fn = new SecureFunction(stack, 'Fn', { ...code, network });
  expect(() => {
    open(fn, stack);
    Template.fromStack(stack);
  }).toThrow(message);
});

test('what a store lets in by its connections is a pair of groups, and no address', () => {
  const stack = newStack();
  const network = new IsolatedNetwork(stack, 'Network');
  const fn = new SecureFunction(stack, 'Fn', { ...code, network });
  const group = new ec2.SecurityGroup(stack, 'Store', { vpc: network, allowAllOutbound: false });
  new ec2.Connections({ securityGroups: [group], defaultPort: ec2.Port.tcp(5432) }).allowDefaultPortFrom(fn);

  const template = Template.fromStack(stack);
  for (const type of ['AWS::EC2::SecurityGroupEgress', 'AWS::EC2::SecurityGroupIngress']) {
    const [rule] = Object.values(template.findResources(type)) as { Properties: Record<string, unknown> }[];
    expect(rule.Properties).toMatchObject({ FromPort: 5432, ToPort: 5432, IpProtocol: 'tcp' });
    expect(Object.keys(rule.Properties)).not.toContain('CidrIp');
  }
});

test('more functions than were planned fail synthesis, before addresses run out', () => {
  const stack = newStack();
  const network = new IsolatedNetwork(stack, 'Network', { functions: 1 });
  for (const id of ['A', 'B']) new SecureFunction(stack, id, { ...code, network });
  expect(() => Template.fromStack(stack)).toThrow(/2 functions are in a network that is planned for 1/);
});
