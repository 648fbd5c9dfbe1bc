import { App, Aspects, CfnResource, Fn, PropertyInjectors, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as resolver from 'aws-cdk-lib/aws-route53resolver';
import * as s3 from 'aws-cdk-lib/aws-s3';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { SecureFunction } from '../../src/function/secure-function';
import { IsolatedNetwork } from '../../src/network/isolated-network';
import type { IsolatedNetworkProps } from '../../src/network/isolated-network-props';
import { NetworkDns } from '../../src/network/network-dns';
import { NetworkEndpoints } from '../../src/network/network-endpoints';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

function newStack(context: Record<string, unknown> = {}): Stack {
  return new Stack(new App({ context }), 'Stack', { env: { account: '444455556666', region: 'eu-west-1' } });
}

test.each<[string, IsolatedNetworkProps, RegExp]>([
  ['natGateways', { natGateways: 1 }, /Stack\/Network: 'natGateways: 1' is a way to the internet/],
  ['a NAT provider', { natGatewayProvider: ec2.NatProvider.gateway() }, /'natGatewayProvider'/],
  ['an internet gateway', { createInternetGateway: true }, /'createInternetGateway: true'/],
  ['a VPN gateway', { vpnGateway: true }, /'vpnGateway: true' leads into another network/],
  ['the number of a VPN gateway', { vpnGatewayAsn: 65000 }, /'vpnGatewayAsn'/],
  ['VPN connections', { vpnConnections: { Office: { ip: '203.0.113.1' } } }, /'vpnConnections'/],
  [
    'public subnets',
    { subnetConfiguration: [{ name: 'Public', subnetType: ec2.SubnetType.PUBLIC }] },
    /'subnetConfiguration' of your own/,
  ],
  [
    'subnets with egress',
    { subnetConfiguration: [{ name: 'Private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS }] },
    /'subnetConfiguration'/,
  ],
  [
    'endpoints without a policy',
    { gatewayEndpoints: { S3: { service: ec2.GatewayVpcEndpointAwsService.S3 } } },
    /'gatewayEndpoints' of your own let every account through/,
  ],
  ['the helper function of the CDK', { restrictDefaultSecurityGroup: true }, /'restrictDefaultSecurityGroup: true'/],
  ['no DNS', { enableDnsSupport: false, enableDnsHostnames: false }, /'enableDnsSupport: false'/],
  ['one zone', { maxAzs: 1 }, /'maxAzs: 1' is out when that zone is/],
  ['one named zone', { availabilityZones: ['eu-west-1a'] }, /'availabilityZones' with 1/],
  ['no functions', { functions: 0 }, /'functions: 0' is nothing to plan subnets by/],
  ['half a function', { functions: 1.5 }, /'functions: 1\.5'/],
  ['too many functions', { functions: 251 }, /more than the 500 network interfaces that Lambda makes/],
  [
    'a range that is too small',
    { ipAddresses: ec2.IpAddresses.cidr('10.0.0.0/24') },
    /'10\.0\.0\.0\/24' has 256 addresses, where 50 functions, data and endpoints in 2 zones need 1152: use a range of \/21/,
  ],
  ['every name', { dns: NetworkDns.endpointsAnd('*') }, /'\*' for 'NetworkDns\.endpointsAnd' is every name/],
  ['a whole top-level domain', { dns: NetworkDns.endpointsAnd('*.com') }, /'\*\.com' for 'NetworkDns\.endpointsAnd'/],
  ['open DNS without a reason', { dns: NetworkDns.open(' ') }, /'NetworkDns\.open' without a reason/],
  ['an account for an organization', { organizationId: '111122223333' }, /'organizationId: 111122223333'/],
])('prop: %s is refused', (_, props, message) => {
  const stack = newStack();
  expect(() => new IsolatedNetwork(stack, 'Network', props)).toThrow(message);
  expect(stack.node.tryFindChild('Network')).toBeUndefined();
});

test.each<[string, Partial<ec2.VpcProps>, RegExp]>([
  [
    'public subnets',
    { subnetConfiguration: [{ name: 'Functions', subnetType: ec2.SubnetType.PUBLIC }], createInternetGateway: true },
    /Stack\/Network: a property injector gives the network a way out/,
  ],
  ['no names', { enableDnsHostnames: false }, /a property injector takes the names of endpoints away/],
  ['a helper function', { restrictDefaultSecurityGroup: true }, /a property injector adds the helper function/],
  ['one zone', { maxAzs: 1 }, /1 availability zone\(s\) are out when one zone is/],
])('property injector: %s are refused, though it wins over what the network asks for', (_, injected, message) => {
  const stack = newStack();
  PropertyInjectors.of(stack).add({
    constructUniqueId: ec2.Vpc.PROPERTY_INJECTION_ID,
    inject: (props: object) => ({ ...props, ...injected }),
  });
  expect(() => new IsolatedNetwork(stack, 'Network')).toThrow(message);
});

test('an explicit undefined does not erase what is enforced', () => {
  const shape = (props?: IsolatedNetworkProps) => {
    const stack = newStack();
    new IsolatedNetwork(stack, 'Network', props);
    return Template.fromStack(stack).toJSON() as unknown;
  };
  const nothing: IsolatedNetworkProps = {
    natGateways: undefined,
    createInternetGateway: undefined,
    enableDnsSupport: undefined,
    enableDnsHostnames: undefined,
    restrictDefaultSecurityGroup: undefined,
    subnetConfiguration: undefined,
    maxAzs: undefined,
    functions: undefined,
    concurrency: undefined,
    endpoints: undefined,
    dns: undefined,
    ipAddresses: undefined,
  };
  expect(shape(nothing)).toEqual(shape());
});

test.each<[string, (network: IsolatedNetwork) => unknown, RegExp]>([
  ['enableVpnGateway', (network) => network.enableVpnGateway({ type: 'ipsec.1' }), /'enableVpnGateway' leads into/],
  ['addVpnConnection', (network) => network.addVpnConnection('Office', { ip: '203.0.113.1' }), /'addVpnConnection'/],
  [
    'addClientVpnEndpoint',
    (network) => network.addClientVpnEndpoint('People', { cidr: '10.100.0.0/16', serverCertificateArn: 'arn' }),
    /'addClientVpnEndpoint' lets people into the network/,
  ],
  [
    'addInterfaceEndpoint',
    (network) => network.addInterfaceEndpoint('Sqs', { service: ec2.InterfaceVpcEndpointAwsService.SQS }),
    /'addInterfaceEndpoint' lets every account through/,
  ],
  [
    'addGatewayEndpoint',
    (network) => network.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 }),
    /'addGatewayEndpoint' lets every account through/,
  ],
])('method: %s is refused', (_, call, message) => {
  const network = new IsolatedNetwork(newStack(), 'Network');
  expect(() => call(network)).toThrow(message);
});

const subnetOf = (network: IsolatedNetwork) => network.selectSubnets(network.functionSubnets).subnets[0];

/** Everything that leads out of a network, or around its DNS firewall, made past its methods. */
const ways: [string, (stack: Stack, network: IsolatedNetwork) => unknown, RegExp][] = [
  [
    'an internet gateway',
    (stack, { vpcId }) => {
      const { ref } = new ec2.CfnInternetGateway(stack, 'Gateway');
      new ec2.CfnVPCGatewayAttachment(stack, 'Attachment', { vpcId, internetGatewayId: ref });
    },
    /'(?:Stack|Elsewhere)\/Attachment' \(AWS::EC2::VPCGatewayAttachment\) attaches a gateway/,
  ],
  [
    'an internet gateway below the network itself',
    (_, network) =>
      new ec2.CfnVPCGatewayAttachment(network, 'Attachment', { vpcId: network.vpcId, internetGatewayId: 'igw-1' }),
    /'Stack\/Network\/Attachment' \(AWS::EC2::VPCGatewayAttachment\)/,
  ],
  [
    'an untyped attachment',
    (stack, network) =>
      new CfnResource(stack, 'Attachment', {
        type: 'AWS::EC2::VPCGatewayAttachment',
        properties: { VpcId: Fn.sub('${Vpc}', { Vpc: network.vpcId }), InternetGatewayId: 'igw-1' },
      }),
    /attaches a gateway/,
  ],
  [
    'an egress-only gateway',
    (stack, { vpcId }) => new ec2.CfnEgressOnlyInternetGateway(stack, 'Gateway', { vpcId }),
    /lets IPv6 out to the internet/,
  ],
  [
    'a NAT gateway',
    (stack, network) =>
      new ec2.CfnNatGateway(stack, 'Nat', { subnetId: subnetOf(network).subnetId, connectivityType: 'private' }),
    /lets everything out to the internet/,
  ],
  [
    'peering',
    (stack, { vpcId }) => new ec2.CfnVPCPeeringConnection(stack, 'Peering', { vpcId, peerVpcId: 'vpc-1' }),
    /connects with another VPC/,
  ],
  [
    'peering from the other side',
    (stack, { vpcId }) => new ec2.CfnVPCPeeringConnection(stack, 'Peering', { vpcId: 'vpc-1', peerVpcId: vpcId }),
    /connects with another VPC/,
  ],
  [
    'a transit gateway',
    (stack, network) =>
      new ec2.CfnTransitGatewayAttachment(stack, 'Transit', {
        vpcId: network.vpcId,
        transitGatewayId: 'tgw-1',
        subnetIds: [subnetOf(network).subnetId],
      }),
    /connects with other networks/,
  ],
  [
    'a transit gateway by its newer resource',
    (stack, network) =>
      new CfnResource(stack, 'Transit', {
        type: 'AWS::EC2::TransitGatewayVpcAttachment',
        properties: {
          VpcId: network.vpcId,
          TransitGatewayId: 'tgw-1',
          SubnetIds: [subnetOf(network).subnetId],
        },
      }),
    /connects with other networks/,
  ],
  [
    'a VPN gateway',
    (stack, { vpcId }) => {
      const { attrVpnGatewayId } = new ec2.CfnVPNGateway(stack, 'Gateway', { type: 'ipsec.1' });
      return new ec2.CfnVPCGatewayAttachment(stack, 'Attachment', { vpcId, vpnGatewayId: attrVpnGatewayId });
    },
    /attaches a gateway to the internet or to another network/,
  ],
  [
    'routes that a VPN gateway learns',
    (stack, network) =>
      new ec2.CfnVPNGatewayRoutePropagation(stack, 'Learned', {
        routeTableIds: [subnetOf(network).routeTable.routeTableId],
        vpnGatewayId: 'vgw-1',
      }),
    /makes routes that are not in the template/,
  ],
  [
    'a carrier gateway',
    (stack, { vpcId }) => new ec2.CfnCarrierGateway(stack, 'Gateway', { vpcId }),
    /connects with the network of a carrier/,
  ],
  [
    'a core network',
    (stack, network) =>
      new CfnResource(stack, 'Core', {
        type: 'AWS::NetworkManager::VpcAttachment',
        properties: { CoreNetworkId: 'core-network-1', VpcArn: network.vpcArn, SubnetArns: [] },
      }),
    /connects with a core network/,
  ],
  [
    'a service network',
    (stack, { vpcId }) =>
      new CfnResource(stack, 'Services', {
        type: 'AWS::VpcLattice::ServiceNetworkVpcAssociation',
        properties: { ServiceNetworkIdentifier: 'sn-1', VpcIdentifier: vpcId },
      }),
    /connects with services elsewhere/,
  ],
  [
    'a route for IPv6',
    (stack, network) =>
      new ec2.CfnRoute(stack, 'Route', {
        routeTableId: subnetOf(network).routeTable.routeTableId,
        destinationIpv6CidrBlock: '::/0',
        egressOnlyInternetGatewayId: 'eigw-1',
      }),
    /is a route out of the network/,
  ],
  [
    'a route',
    (stack, network) =>
      new ec2.CfnRoute(stack, 'Route', {
        routeTableId: subnetOf(network).routeTable.routeTableId,
        destinationCidrBlock: '0.0.0.0/0',
        gatewayId: 'igw-1',
      }),
    /is a route out of the network/,
  ],
  [
    'a route of the L2',
    (_, network) =>
      (subnetOf(network) as ec2.Subnet).addRoute('Out', {
        routerType: ec2.RouterType.GATEWAY,
        routerId: 'igw-1',
      }),
    /is a route out of the network/,
  ],
  [
    'a subnet',
    (stack, network) =>
      new ec2.PublicSubnet(stack, 'Subnet', {
        vpcId: network.vpcId,
        availabilityZone: 'eu-west-1a',
        cidrBlock: '10.0.200.0/24',
      }),
    /is a subnet without the routes and the ACL of the network/,
  ],
  [
    'other routes for a subnet',
    (stack, network) =>
      new ec2.CfnSubnetRouteTableAssociation(stack, 'Association', {
        subnetId: subnetOf(network).subnetId,
        routeTableId: 'rtb-1',
      }),
    /gives the subnet other routes/,
  ],
  [
    'another ACL',
    (stack, network) =>
      subnetOf(network).associateNetworkAcl('Open', new ec2.NetworkAcl(stack, 'Acl', { vpc: network })),
    /gives the subnet another ACL/,
  ],
  [
    'an entry in its ACL',
    (_, network) =>
      (network.node.findChild('FunctionsAcl') as ec2.NetworkAcl).addEntry('Open', {
        cidr: ec2.AclCidr.anyIpv4(),
        ruleNumber: 1,
        traffic: ec2.AclTraffic.allTraffic(),
        direction: ec2.TrafficDirection.EGRESS,
      }),
    /is an entry of your own in an ACL of the network/,
  ],
  [
    'an endpoint of a service of somebody else',
    (stack, network) =>
      new ec2.InterfaceVpcEndpoint(stack, 'Endpoint', {
        vpc: network,
        service: new ec2.InterfaceVpcEndpointService('com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0'),
      }),
    /is an endpoint without the policy of the network/,
  ],
  [
    'another DNS firewall before its own',
    (stack, { vpcId }) =>
      new resolver.CfnFirewallRuleGroupAssociation(stack, 'First', {
        vpcId,
        firewallRuleGroupId: 'rslvr-frg-1',
        priority: 101,
      }),
    /can answer before the DNS firewall of the network/,
  ],
  [
    'resolvers elsewhere',
    (stack, { vpcId }) => new ec2.CfnVPCDHCPOptionsAssociation(stack, 'Options', { vpcId, dhcpOptionsId: 'dopt-1' }),
    /can send name queries past the DNS firewall/,
  ],
  [
    'a DNS firewall that fails open',
    (stack, { vpcId }) =>
      new resolver.CfnFirewallConfig(stack, 'Config', { resourceId: vpcId, firewallFailOpen: 'ENABLED' }),
    /can let names through where the DNS firewall fails/,
  ],
  [
    'names that are forwarded',
    (stack, { vpcId }) =>
      new resolver.CfnResolverRuleAssociation(stack, 'Rule', { vpcId, resolverRuleId: 'rslvr-rr-1' }),
    /sends name queries elsewhere/,
  ],
];

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('%s', (_, context) => {
  test.each(ways)('%s fails synthesis, however it was made', (__, open, message) => {
    const stack = newStack(context);
    open(stack, new IsolatedNetwork(stack, 'Network'));
    expect(() => Template.fromStack(stack)).toThrow(message);
  });

  test('a way out in another stack fails synthesis, too', () => {
    const stack = newStack(context);
    const network = new IsolatedNetwork(stack, 'Network');
    const elsewhere = new Stack(stack.node.root as App, 'Elsewhere', {
      env: { account: stack.account, region: stack.region },
    });
    new ec2.CfnEgressOnlyInternetGateway(elsewhere, 'Gateway', { vpcId: network.vpcId });
    expect(() => Template.fromStack(stack)).toThrow(/'Elsewhere\/Gateway'/);
  });
});

test.each(ways)('%s fails synthesis, made by L1s in another stack and for a network with IPv6', (_, open, message) => {
  const stack = newStack();
  const network = new IsolatedNetwork(stack, 'Network', { ipProtocol: ec2.IpProtocol.DUAL_STACK });
  open(
    new Stack(stack.node.root as App, 'Elsewhere', { env: { account: stack.account, region: stack.region } }),
    network,
  );
  expect(() => Template.fromStack(stack)).toThrow(message);
});

const find = (network: IsolatedNetwork, path: string) =>
  path.split('/').reduce((node, id) => node.node.findChild(id), network as ec2.Vpc['node']['root']) as CfnResource;

test.each<[string, string, (resource: CfnResource) => void, RegExp]>([
  [
    'the policy of an endpoint',
    'Endpoints/s3/Gateway/Resource',
    set('PolicyDocument.Statement.0.Condition', undefined),
    /'PolicyDocument'/,
  ],
  [
    'the policy of an endpoint, removed',
    'Endpoints/s3/Gateway/Resource',
    set('PolicyDocument', undefined),
    /'PolicyDocument'/,
  ],
  ['private DNS', 'Endpoints/sns-interface/Endpoint/Resource', set('PrivateDnsEnabled', false), /'PrivateDnsEnabled'/],
  [
    'the group of an endpoint',
    'Endpoints/sns-interface/Endpoint/Resource',
    set('SecurityGroupIds', []),
    /'SecurityGroupIds'/,
  ],
  ['the tag that the gate knows it by', 'Resource', set('Tags', []), /'Tags'/],
  ['public addresses', 'FunctionsSubnet1/Subnet', set('MapPublicIpOnLaunch', true), /'MapPublicIpOnLaunch'/],
  ['routes of a subnet', 'FunctionsSubnet1/RouteTableAssociation', set('RouteTableId', 'rtb-1'), /'RouteTableId'/],
  ['an entry of an ACL', 'FunctionsAcl/Out100/Resource', set('CidrBlock', '0.0.0.0/0'), /'CidrBlock'/],
  ['an entry of an ACL for IPv6', 'FunctionsAcl/Out110/Resource', set('Ipv6CidrBlock', '::/0'), /'Ipv6CidrBlock'/],
  ['an entry of an ACL, turned into one for IPv6', 'DataAcl/In100/Resource', set('Ipv6CidrBlock', '::/0'), /'Ipv6Cidr/],
  ['the names of the DNS firewall', 'Dns/Allowed', set('Domains', ['*']), /'Domains'/],
  ['the rules of the DNS firewall', 'Dns/RuleGroup', set('FirewallRules', []), /'FirewallRules'/],
  ['one rule of the DNS firewall', 'Dns/RuleGroup', set('FirewallRules.1.Action', 'ALLOW'), /'FirewallRules'/],
  ['what the DNS firewall is for', 'Dns/Association', set('VpcId', 'vpc-1'), /'VpcId'/],
  ['what is logged', 'Logs/FlowLog/FlowLog', set('TrafficType', 'ACCEPT'), /'TrafficType'/],
  ['the runbook for the default group', 'DefaultGroup/Association', set('Name', 'AWS-StopEC2Instance'), /'Name'/],
  ['when a part is there', 'Dns/RuleGroup', conditional, /was made conditional/],
])('escape hatch: %s stays as it was made', (_, path, change, message) => {
  const stack = newStack();
  const ipProtocol = ec2.IpProtocol.DUAL_STACK;
  const network = new IsolatedNetwork(stack, 'Network', { endpoints: NetworkEndpoints.onDemand(), ipProtocol });
  const fn = new SecureFunction(stack, 'Fn', { ...code, network });
  s3.Bucket.fromBucketName(stack, 'Books', 'books').grantRead(fn);
  const publish = { actions: ['sns:Publish'], resources: ['arn:aws:sns:eu-west-1:444455556666:books'] };
  fn.addToRolePolicy(new iam.PolicyStatement(publish));
  // Endpoints are there once the app is complete.
  Aspects.of(stack).add(
    { visit: (node) => (node === network ? change(find(network, path)) : undefined) },
    { priority: 2000 },
  );
  expect(() => Template.fromStack(stack)).toThrow(message);
});

function set(path: string, value: unknown): (resource: CfnResource) => void {
  return (resource) =>
    value === undefined ? resource.addPropertyDeletionOverride(path) : resource.addPropertyOverride(path, value);
}

function conditional(resource: CfnResource): void {
  resource.addOverride('Condition', 'IsOpen');
}

test.each([
  'Dns/Association',
  'Dns/RuleGroup',
  'Logs/FlowLog/FlowLog',
  'DefaultGroup/Association',
  'FunctionsAcl/Resource',
])('removing %s fails synthesis', (path) => {
  const stack = newStack();
  const network = new IsolatedNetwork(stack, 'Network');
  const resource = find(network, path);
  resource.node.scope!.node.tryRemoveChild(resource.node.id);
  expect(() => Template.fromStack(stack)).toThrow(/was removed/);
});
