import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { addressesOf, addressPlan } from '../../src/network/address-plan';
import { IsolatedNetwork } from '../../src/network/isolated-network';

test.each([
  [{ functions: 1, concurrency: 1 }, 24],
  [{ functions: 50, concurrency: 1000 }, 24],
  [{ functions: 122, concurrency: 1000 }, 24],
  [{ functions: 123, concurrency: 1000 }, 24],
  [{ functions: 125, concurrency: 1000 }, 23],
  [{ functions: 250, concurrency: 10_000 }, 22],
  [{ functions: 50, concurrency: 1_000_000 }, 21],
])('%j get subnets of /%d for functions: twice an interface each, and one for 65,000 connections', (needs, length) => {
  expect(addressPlan(needs)).toEqual({ functions: length, data: 24, endpoints: 26 });
});

test('the addresses of a plan are those of all zones', () => {
  expect(addressesOf({ functions: 24, data: 24, endpoints: 26 }, 3)).toBe(3 * (256 + 256 + 64));
});

test('functions, data and endpoints have subnets of their own in each zone, all of them without public addresses', () => {
  const stack = new Stack(new App(), 'Stack');
  new IsolatedNetwork(stack, 'Network', { ipAddresses: ec2.IpAddresses.cidr('10.1.0.0/20') });
  const template = Template.fromStack(stack);
  const ranges = Object.values(template.findResources('AWS::EC2::Subnet')).map(
    ({ Properties }: { [key: string]: { CidrBlock: string } }) => Properties.CidrBlock,
  );
  expect(ranges).toEqual(['10.1.0.0/24', '10.1.1.0/24', '10.1.2.0/24', '10.1.3.0/24', '10.1.4.0/26', '10.1.4.64/26']);
  template.allResourcesProperties('AWS::EC2::Subnet', { MapPublicIpOnLaunch: false });
});

test('a store goes to the subnets for data, unless it is told otherwise', () => {
  const network = new IsolatedNetwork(new Stack(new App(), 'Stack'), 'Network');
  const groups = (selection?: ec2.SubnetSelection) =>
    network.selectSubnets(selection).subnets.map(({ node }) => node.id.replace(/Subnet\d$/, ''));
  expect(groups()).toEqual(['Data', 'Data']);
  expect(groups({ subnetType: ec2.SubnetType.PRIVATE_ISOLATED })).toEqual(['Data', 'Data']);
  expect(groups({ subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS })).toEqual(['Data', 'Data']);
  expect(groups({ onePerAz: true })).toEqual(['Data', 'Data']);
  expect(groups(network.functionSubnets)).toEqual(['Functions', 'Functions']);
  expect(() => groups({ subnetType: ec2.SubnetType.PUBLIC })).toThrow(/no 'Public' subnet groups/);
});

test('IPv6 gets no gateway, whatever the feature flags say', () => {
  const stack = new Stack(new App(), 'Stack');
  new IsolatedNetwork(stack, 'Network', { ipProtocol: ec2.IpProtocol.DUAL_STACK });
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::EC2::EgressOnlyInternetGateway', 0);
  template.resourceCountIs('AWS::EC2::VPCCidrBlock', 1);
});

test('what reads the range of IPv6 waits until the VPC has it, because there is nothing to select before', () => {
  const stack = new Stack(new App(), 'Stack');
  new IsolatedNetwork(stack, 'Network', { ipProtocol: ec2.IpProtocol.DUAL_STACK });
  const template = Template.fromStack(stack);
  const [[association]] = Object.entries(template.findResources('AWS::EC2::VPCCidrBlock'));
  const { Resources: resources } = template.toJSON() as {
    Resources: Record<string, { Type: string; DependsOn?: string[] }>;
  };
  const readers = Object.values(resources).filter((resource) => JSON.stringify(resource).includes('Ipv6CidrBlocks'));
  expect([...new Set(readers.map(({ Type }) => Type))].sort()).toEqual([
    'AWS::EC2::NetworkAclEntry',
    'AWS::EC2::Subnet',
  ]);
  for (const { DependsOn } of readers) expect(DependsOn).toContain(association);
});

test('the default group is closed after the VPC has IPv6, which may bring a rule that lets it out', () => {
  const stack = new Stack(new App(), 'Stack');
  new IsolatedNetwork(stack, 'Network', { ipProtocol: ec2.IpProtocol.DUAL_STACK });
  const template = Template.fromStack(stack);
  const [[association]] = Object.entries(template.findResources('AWS::EC2::VPCCidrBlock'));
  template.hasResource('AWS::SSM::Association', { DependsOn: Match.arrayWith([association]) });
});
