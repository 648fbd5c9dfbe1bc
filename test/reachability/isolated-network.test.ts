import { App, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { SecureBucket } from '../../src/bucket/secure-bucket';
import { SecureFunction } from '../../src/function/secure-function';
import { IsolatedNetwork } from '../../src/network/isolated-network';
import { NetworkEndpoints } from '../../src/network/network-endpoints';
import { evaluate, rules } from '../../src/rules';
import { Application } from '../../src/template';

interface Written {
  readonly Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;
}

/** A network with a function that uses it, as it would be deployed. */
function written(): Written {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'eu-central-1' } });
  const network = new IsolatedNetwork(stack, 'Network', { endpoints: NetworkEndpoints.onDemand() });
  const fn = new SecureFunction(stack, 'Orders', {
    network,
    runtime: lambda.Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
  });
  new secretsmanager.Secret(stack, 'Secret').grantRead(fn);
  new SecureBucket(stack, 'Bucket').grantRead(fn);
  return (stack.node.root as App).synth().getStackByName('Stack').template as Written;
}

const network = written();
const idOf = (type: string, like = ''): string =>
  Object.keys(network.Resources).find((id) => network.Resources[id].Type === type && id.includes(like))!;

const about = ['network-isolated-open', 'network-isolated-dns', 'lambda-endpoint-missing', 'lambda-egress'];

/** The rules on networks that find something, once the template was changed. */
function found(change: (resources: Written['Resources']) => void, other: Written['Resources'] = {}): string[] {
  const changed = structuredClone(network);
  change(changed.Resources);
  const app = Application.load([
    { path: 'a.template.json', content: JSON.stringify(changed) },
    ...(Object.keys(other).length > 0
      ? [{ path: 'b.template.json', content: JSON.stringify({ Resources: other }) }]
      : []),
  ]);
  const findings = evaluate(
    rules.filter(({ id }) => about.includes(id)),
    app,
  );
  return [
    ...new Set(findings.map(({ rule, outcome }) => (outcome === 'fail' ? rule.id : `${rule.id}[unknown]`))),
  ].sort();
}

const ref = (Ref: string) => ({ Ref });
const vpc = ref(idOf('AWS::EC2::VPC'));
const table = ref(idOf('AWS::EC2::RouteTable', 'Functions'));
const subnet = ref(idOf('AWS::EC2::Subnet', 'Functions'));
const adds =
  (Type: string, Properties: Record<string, unknown>) =>
  (resources: Written['Resources']): void => {
    resources.Added = { Type, Properties };
  };

test('as it is made, the network has no opening, its function reaches what it was granted, and cannot get out', () => {
  expect(found(() => undefined)).toEqual([]);
});

test.each<[string, (resources: Written['Resources']) => void, string[]]>([
  [
    'an internet gateway',
    adds('AWS::EC2::VPCGatewayAttachment', { VpcId: vpc, InternetGatewayId: 'igw-1' }),
    ['network-isolated-open'],
  ],
  [
    'a VPN gateway',
    adds('AWS::EC2::VPCGatewayAttachment', { VpcId: vpc, VpnGatewayId: 'vgw-1' }),
    ['network-isolated-open'],
  ],
  ['an egress-only gateway', adds('AWS::EC2::EgressOnlyInternetGateway', { VpcId: vpc }), ['network-isolated-open']],
  [
    'a NAT gateway',
    adds('AWS::EC2::NatGateway', { SubnetId: subnet, AllocationId: 'eipalloc-1' }),
    ['network-isolated-open'],
  ],
  [
    'a regional NAT gateway',
    adds('AWS::EC2::NatGateway', { VpcId: vpc, AvailabilityMode: 'regional' }),
    ['network-isolated-open'],
  ],
  ['a peering', adds('AWS::EC2::VPCPeeringConnection', { VpcId: 'vpc-1', PeerVpcId: vpc }), ['network-isolated-open']],
  [
    'a transit gateway',
    adds('AWS::EC2::TransitGatewayVpcAttachment', { VpcId: vpc, SubnetIds: [subnet], TransitGatewayId: 'tgw-1' }),
    ['network-isolated-open'],
  ],
  ['a carrier gateway', adds('AWS::EC2::CarrierGateway', { VpcId: vpc }), ['network-isolated-open']],
  [
    'a local gateway',
    adds('AWS::EC2::LocalGatewayRouteTableVPCAssociation', { VpcId: vpc, LocalGatewayRouteTableId: 'lgw-rtb-1' }),
    ['network-isolated-open'],
  ],
  ['a VPN for clients', adds('AWS::EC2::ClientVpnEndpoint', { VpcId: vpc }), ['network-isolated-open']],
  [
    'a route to a peer',
    adds('AWS::EC2::Route', {
      RouteTableId: table,
      DestinationCidrBlock: '10.9.0.0/16',
      VpcPeeringConnectionId: 'pcx-1',
    }),
    ['network-isolated-open'],
  ],
  [
    'a route for IPv6',
    adds('AWS::EC2::Route', {
      RouteTableId: table,
      DestinationIpv6CidrBlock: '::/0',
      EgressOnlyInternetGatewayId: 'eigw-1',
    }),
    ['network-isolated-open'],
  ],
  [
    'a core network',
    adds('AWS::NetworkManager::VpcAttachment', {
      CoreNetworkId: 'c-1',
      SubnetArns: [],
      VpcArn: { 'Fn::Sub': `arn:aws:ec2:eu-central-1:111122223333:vpc/\${${vpc.Ref}}` },
    }),
    ['network-isolated-open'],
  ],
  [
    'a service network',
    adds('AWS::VpcLattice::ServiceNetworkVpcAssociation', { VpcIdentifier: vpc, ServiceNetworkIdentifier: 'sn-1' }),
    ['network-isolated-open'],
  ],
  [
    'a route to a NAT gateway',
    adds('AWS::EC2::Route', { RouteTableId: table, DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1' }),
    ['network-isolated-open'],
  ],
  [
    'a route to one host',
    adds('AWS::EC2::Route', {
      RouteTableId: table,
      DestinationCidrBlock: '198.51.100.7/32',
      NetworkInterfaceId: 'eni-1',
    }),
    ['network-isolated-open[unknown]'],
  ],
  [
    'routes of a VPN',
    adds('AWS::EC2::VPNGatewayRoutePropagation', { RouteTableIds: [table], VpnGatewayId: 'vgw-1' }),
    ['network-isolated-open'],
  ],
  [
    'another table',
    adds('AWS::EC2::SubnetRouteTableAssociation', { SubnetId: subnet, RouteTableId: 'rtb-1' }),
    ['network-isolated-open[unknown]'],
  ],
  [
    'an endpoint of a stranger',
    adds('AWS::EC2::VPCEndpoint', {
      VpcId: vpc,
      VpcEndpointType: 'Interface',
      ServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-1',
      SubnetIds: [subnet],
    }),
    ['network-isolated-open'],
  ],
  [
    'a resource of a stranger',
    adds('AWS::EC2::VPCEndpoint', {
      VpcId: vpc,
      VpcEndpointType: 'Resource',
      ResourceConfigurationArn: 'arn:aws:vpc-lattice:eu-central-1:444455556666:resourceconfiguration/rcfg-1',
      SubnetIds: [subnet],
    }),
    ['network-isolated-open'],
  ],
  [
    'forwarded names',
    adds('AWS::Route53Resolver::ResolverRuleAssociation', { VPCId: vpc, ResolverRuleId: 'rslvr-rr-1' }),
    ['network-isolated-open'],
  ],
  [
    'a firewall that fails open',
    adds('AWS::Route53Resolver::FirewallConfig', { ResourceId: vpc, FirewallFailOpen: 'ENABLED' }),
    ['network-isolated-dns'],
  ],
  [
    'rules for names that come first',
    adds('AWS::Route53Resolver::FirewallRuleGroupAssociation', {
      VpcId: vpc,
      FirewallRuleGroupId: 'rslvr-frg-1',
      Priority: 101,
    }),
    ['network-isolated-dns[unknown]'],
  ],
  [
    'no rules for names',
    (resources) => delete resources[idOf('AWS::Route53Resolver::FirewallRuleGroupAssociation')],
    ['network-isolated-dns'],
  ],
  [
    'rules for names that only warn',
    (resources) => {
      const rule = resources[idOf('AWS::Route53Resolver::FirewallRuleGroup')].Properties;
      const before = rule.FirewallRules as { Action: string }[];
      rule.FirewallRules = before.map((one) => ({ ...one, Action: one.Action === 'BLOCK' ? 'ALERT' : one.Action }));
    },
    ['network-isolated-dns'],
  ],
  [
    'no endpoint for what is granted',
    (resources) => {
      for (const [id, { Type, Properties }] of Object.entries(resources)) {
        const isOfSecrets = JSON.stringify(Properties?.ServiceName ?? '').includes('secretsmanager');
        if (Type === 'AWS::EC2::VPCEndpoint' && isOfSecrets) delete resources[id];
      }
    },
    ['lambda-endpoint-missing'],
  ],
  [
    'no gateway for what is granted',
    (resources) => {
      for (const [id, { Type, Properties }] of Object.entries(resources)) {
        if (Type === 'AWS::EC2::VPCEndpoint' && Properties.VpcEndpointType === 'Gateway') delete resources[id];
      }
    },
    ['lambda-endpoint-missing'],
  ],
])('with %s it is found', (_, change, expected) => {
  expect(found(change)).toEqual(expected);
});

test('without the tag, who opens the network opens a network', () => {
  expect(
    found((resources) => {
      resources[idOf('AWS::EC2::VPC')].Properties.Tags = [];
      adds('AWS::EC2::VPCPeeringConnection', { VpcId: 'vpc-1', PeerVpcId: vpc })(resources);
    }),
  ).toEqual([]);
});
