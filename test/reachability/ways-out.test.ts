import { chain, mayLeaveToInternet, mayReachInternet, waysOut } from '../../src/reachability';
import { applicationOf, find } from '../template/templates';

const network = `
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Uses: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref Table } }
  Front: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  FrontTable: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  FrontUses: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Front, RouteTableId: !Ref FrontTable } }
  Gateway: { Type: AWS::EC2::InternetGateway }
`;
const frontIsPublic = `
  FrontRoute: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref FrontTable, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway } }
`;

function route(target: string, destination = 'DestinationCidrBlock: 0.0.0.0/0'): string {
  return `
  Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, ${destination}, ${target} } }`;
}

const firewall = `
  Firewall: { Type: AWS::NetworkFirewall::Firewall, Properties: { VpcId: !Ref Vpc, FirewallPolicyArn: !Ref Policy, SubnetMappings: [{ SubnetId: !Ref Front }] } }`;
const toFirewall =
  route("VpcEndpointId: !Select [1, !Split [':', !Select [0, !GetAtt Firewall.EndpointIds]]]") + firewall;
const inspected =
  "StatelessDefaultActions: ['aws:forward_to_sfe'], StatelessFragmentDefaultActions: ['aws:forward_to_sfe'], StatefulEngineOptions: { RuleOrder: STRICT_ORDER }, StatefulDefaultActions: ['aws:drop_strict']";

function policyOf(policy: string): string {
  return `
  Policy: { Type: AWS::NetworkFirewall::FirewallPolicy, Properties: { FirewallPolicy: { ${policy} } } }`;
}

function subnetOf(resources: string, sections = '') {
  const app = applicationOf(`${sections}\nResources:${network}${resources}`);
  return { app, subnet: find(app, 'Subnet') };
}

describe('a subnet', () => {
  test.each<[string, string, string, string | undefined]>([
    ['without a route stays in the VPC', '', 'no', undefined],
    [
      'with a route to an internet gateway',
      route('GatewayId: !Ref Gateway'),
      'yes',
      'Subnet → Table (0.0.0.0/0) → Gateway → the internet',
    ],
    [
      'with a route to one of elsewhere',
      route('GatewayId: igw-0a1b'),
      'yes',
      'Subnet → Table (0.0.0.0/0) → igw-0a1b → the internet',
    ],
    [
      'with a NAT gateway in a public subnet',
      `${route('NatGatewayId: !Ref Nat')}${frontIsPublic}
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref Front, AllocationId: eipalloc-1 } }`,
      'yes',
      'Subnet → Table (0.0.0.0/0) → Nat → FrontTable (0.0.0.0/0) → Gateway → the internet',
    ],
    [
      'with a NAT gateway in a subnet that has no way out itself',
      `${route('NatGatewayId: !Ref Nat')}
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref Front, AllocationId: eipalloc-1 } }`,
      'no',
      undefined,
    ],
    [
      'with a private NAT gateway in a public subnet, which gives no public address',
      `${route('NatGatewayId: !Ref Nat')}${frontIsPublic}
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref Front, ConnectivityType: private } }`,
      'no',
      undefined,
    ],
    [
      'with a regional NAT gateway',
      `${route('NatGatewayId: !Ref Nat')}
  Nat: { Type: AWS::EC2::NatGateway, Properties: { VpcId: !Ref Vpc, AvailabilityMode: regional } }`,
      'yes',
      'Subnet → Table (0.0.0.0/0) → Nat → the internet',
    ],
    [
      'with a NAT gateway of elsewhere',
      route('NatGatewayId: nat-0a1b'),
      'yes',
      'Subnet → Table (0.0.0.0/0) → nat-0a1b → the internet',
    ],
    [
      'with an egress-only gateway',
      `${route('EgressOnlyInternetGatewayId: !Ref Egress', "DestinationIpv6CidrBlock: '::/0'")}
  Egress: { Type: AWS::EC2::EgressOnlyInternetGateway, Properties: { VpcId: !Ref Vpc } }`,
      'yes',
      'Subnet → Table (::/0) → Egress → the internet',
    ],
    [
      'with a carrier gateway',
      route('CarrierGatewayId: cagw-1'),
      'yes',
      'Subnet → Table (0.0.0.0/0) → cagw-1 → the internet',
    ],
    [
      'with a transit gateway, behind which there may be a way',
      route('TransitGatewayId: tgw-1'),
      'unknown',
      'Subnet → Table (0.0.0.0/0) → tgw-1',
    ],
    [
      'with a transit gateway for private addresses',
      route('TransitGatewayId: tgw-1', 'DestinationCidrBlock: 10.0.0.0/8'),
      'no',
      undefined,
    ],
    [
      'with a core network',
      route('CoreNetworkArn: arn:aws:networkmanager::111122223333:core-network/c-1'),
      'unknown',
      'Subnet → Table (0.0.0.0/0) → arn:aws:networkmanager::111122223333:core-network/c-1',
    ],
    ['with a VPN gateway', route('GatewayId: vgw-1'), 'unknown', 'Subnet → Table (0.0.0.0/0) → vgw-1'],
    [
      'with a peering, over which nobody uses gateways of others',
      route('VpcPeeringConnectionId: pcx-1'),
      'no',
      undefined,
    ],
    ['with a local gateway', route('LocalGatewayId: lgw-1'), 'unknown', 'Subnet → Table (0.0.0.0/0) → lgw-1'],
    [
      'with half of all addresses',
      route('GatewayId: !Ref Gateway', 'DestinationCidrBlock: 128.0.0.0/1'),
      'yes',
      'Subnet → Table (128.0.0.0/1) → Gateway → the internet',
    ],
    [
      'with one public address',
      route('NatGatewayId: nat-1', 'DestinationCidrBlock: 198.51.100.7/32'),
      'yes',
      'Subnet → Table (198.51.100.7/32) → nat-1 → the internet',
    ],
    [
      'with a prefix list of the app',
      `${route('NatGatewayId: nat-1', 'DestinationPrefixListId: !Ref List')}
  List: { Type: AWS::EC2::PrefixList, Properties: { AddressFamily: IPv4, MaxEntries: 1, PrefixListName: a, Entries: [{ Cidr: 198.51.100.0/24 }] } }`,
      'yes',
      'Subnet → Table (${List}) → nat-1 → the internet',
    ],
    [
      'with a prefix list of private addresses',
      `${route('NatGatewayId: nat-1', 'DestinationPrefixListId: !Ref List')}
  List: { Type: AWS::EC2::PrefixList, Properties: { AddressFamily: IPv4, MaxEntries: 1, PrefixListName: a, Entries: [{ Cidr: 10.9.0.0/16 }] } }`,
      'no',
      undefined,
    ],
    [
      'with a prefix list of elsewhere',
      route('NatGatewayId: nat-1', 'DestinationPrefixListId: pl-0123'),
      'unknown',
      'Subnet → Table (pl-0123) → nat-1 → the internet',
    ],
    ['with a route within the VPC', route('GatewayId: local', 'DestinationCidrBlock: 10.0.0.0/16'), 'no', undefined],
    [
      'with an instance that forwards',
      `${route('InstanceId: !Ref Machine')}${frontIsPublic}
  Machine: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Front, SourceDestCheck: false } }`,
      'yes',
      'Subnet → Table (0.0.0.0/0) → Machine → FrontTable (0.0.0.0/0) → Gateway → the internet',
    ],
    [
      'with an instance that forwards nothing',
      `${route('InstanceId: !Ref Machine')}${frontIsPublic}
  Machine: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Front } }`,
      'no',
      undefined,
    ],
    ['with an instance of elsewhere', route('InstanceId: i-0a1b'), 'unknown', 'Subnet → Table (0.0.0.0/0) → i-0a1b'],
    [
      'with a network firewall of which the policy is not known',
      `${toFirewall.replace('!Ref Policy', 'arn:aws:x')}${frontIsPublic}`,
      'unknown',
      'Subnet → Table (0.0.0.0/0) → Firewall → FrontTable (0.0.0.0/0) → Gateway → the internet',
    ],
    [
      'with a network firewall that lets everything through',
      `${toFirewall}${frontIsPublic}${policyOf("StatelessDefaultActions: ['aws:pass']")}`,
      'yes',
      'Subnet → Table (0.0.0.0/0) → Firewall → FrontTable (0.0.0.0/0) → Gateway → the internet',
    ],
    [
      'with a network firewall that lets named hosts through',
      `${toFirewall}${frontIsPublic}${policyOf(`${inspected}, StatefulRuleGroupReferences: [{ Priority: 1, ResourceArn: !Ref Group }]`)}
  Group: { Type: AWS::NetworkFirewall::RuleGroup, Properties: { RuleGroup: { RulesSource: { RulesSourceList: {
    GeneratedRulesType: ALLOWLIST, TargetTypes: [TLS_SNI], Targets: [api.example.com] } } } } }`,
      'yes',
      'Subnet → Table (0.0.0.0/0) → Firewall (only what names api.example.com) → FrontTable (0.0.0.0/0) → Gateway → the internet',
    ],
    [
      'with a network firewall that drops everything',
      `${toFirewall}${frontIsPublic}${policyOf(inspected)}`,
      'no',
      undefined,
    ],
    [
      'with another endpoint of a network firewall',
      `${route('VpcEndpointId: !GetAtt Further.EndpointId')}${frontIsPublic}${firewall}${policyOf(inspected)}
  Further: { Type: AWS::NetworkFirewall::VpcEndpointAssociation, Properties: { FirewallArn: !Ref Firewall, SubnetMapping: { SubnetId: !Ref Front } } }`,
      'no',
      undefined,
    ],
    [
      'with a network firewall and nothing behind it',
      `${toFirewall}${policyOf("StatelessDefaultActions: ['aws:pass']")}`,
      'no',
      undefined,
    ],
    [
      'with an endpoint of a gateway load balancer',
      `${route('VpcEndpointId: !Ref Inspection')}${frontIsPublic}
  Inspection: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, VpcEndpointType: GatewayLoadBalancer, ServiceName: com.amazonaws.vpce.us-east-1.vpce-svc-1, SubnetIds: [!Ref Front] } }`,
      'yes',
      'Subnet → Table (0.0.0.0/0) → Inspection → FrontTable (0.0.0.0/0) → Gateway → the internet',
    ],
    [
      'with routes that a VPN gateway propagates',
      `
  Learned: { Type: AWS::EC2::VPNGatewayRoutePropagation, Properties: { RouteTableIds: [!Ref Table], VpnGatewayId: vgw-1 } }`,
      'unknown',
      'Subnet → Table → routes that a VPN gateway propagates (Learned)',
    ],
    [
      'with a second table, of which one counts',
      `
  Second: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref FrontTable } }${frontIsPublic}`,
      'yes',
      'Subnet → FrontTable (0.0.0.0/0) → Gateway → the internet',
    ],
    [
      'with a table of elsewhere',
      `
  Second: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Subnet, RouteTableId: rtb-1 } }`,
      'unknown',
      'Subnet → a route table that is not part of the application',
    ],
    [
      'with routes in a circle',
      `${route('VpcEndpointId: !Ref Inspection')}
  Inspection: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, VpcEndpointType: GatewayLoadBalancer, ServiceName: a, SubnetIds: [!Ref Subnet] } }`,
      'no',
      undefined,
    ],
    [
      'whose network ACL lets nothing out',
      `${route('GatewayId: !Ref Gateway')}
  Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }
  Fenced: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { SubnetId: !Ref Subnet, NetworkAclId: !Ref Acl } }`,
      'no',
      undefined,
    ],
  ])('%s', (_, resources, expected, path) => {
    const { app, subnet } = subnetOf(resources);
    app.inEveryWorld(() => {
      const reach = mayLeaveToInternet(subnet, app);
      expect(reach.holds).toBe(expected);
      if (path !== undefined) expect(chain(reach.path)).toContain(path);
    });
  });

  test('leaves the VPC over a peering, though it gets to no internet', () => {
    const { app, subnet } = subnetOf(route('VpcPeeringConnectionId: pcx-1', 'DestinationCidrBlock: 172.31.0.0/16'));
    app.inEveryWorld(() =>
      expect(waysOut(subnet, app)).toMatchObject([
        { leaves: 'yes', reachesInternet: 'no', path: ['Table (172.31.0.0/16)', 'pcx-1'] },
      ]),
    );
  });

  test('is another one in each way in which a condition falls out', () => {
    const { app, subnet } = subnetOf(
      `
  Route: { Type: AWS::EC2::Route, Condition: Open, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway } }`,
      'Conditions: { Open: !Equals [!Ref AWS::StackName, open] }',
    );
    const outcomes = app.inEveryWorld(() => mayLeaveToInternet(subnet, app).holds);
    expect(outcomes.map((one) => one?.result).sort()).toEqual(['no', 'yes']);
  });

  test('is another one in each branch of Fn::If', () => {
    const { app, subnet } = subnetOf(
      route('NatGatewayId: nat-1', "DestinationCidrBlock: !If [Open, '0.0.0.0/0', '10.0.0.0/8']"),
      'Conditions: { Open: !Equals [!Ref AWS::StackName, open] }',
    );
    const outcomes = app.inEveryWorld(() => mayLeaveToInternet(subnet, app).holds);
    expect(outcomes.map((one) => one?.result).sort()).toEqual(['no', 'yes']);
  });

  test('is opened by a route that another stack adds', () => {
    const app = applicationOf(
      {
        path: 'network.template.json',
        content: `Resources:${network}
Outputs: { TableId: { Value: !Ref Table, Export: { Name: table } } }`,
      },
      {
        path: 'other.template.json',
        content: `Resources:
  Later: { Type: AWS::EC2::Route, Properties: { RouteTableId: !ImportValue table, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-1 } }`,
      },
    );
    app.inEveryWorld(() => expect(mayLeaveToInternet(find(app, 'Subnet'), app).holds).toBe('yes'));
  });
});

describe('a function', () => {
  const lambda = (groups: string) => `
  Orders: { Type: AWS::Lambda::Function, Properties: { VpcConfig: { SubnetIds: [!Ref Subnet], SecurityGroupIds: [${groups}] } } }`;
  const group = (egress: string) => `
  Group: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, GroupDescription: a${egress} } }`;
  const rule = (peer: string, ports = 'IpProtocol: tcp, FromPort: 443, ToPort: 443') =>
    group(`, SecurityGroupEgress: [{ ${ports}, ${peer} }]`);
  const nat = route('NatGatewayId: nat-1');

  test.each<[string, string, string]>([
    ['whose group says nothing', `${nat}${group('')}${lambda('!GetAtt Group.GroupId')}`, 'yes'],
    ['whose group lets it out to all', `${nat}${rule('CidrIp: 0.0.0.0/0')}${lambda('!Ref Group')}`, 'yes'],
    ['whose group lets it out to one host', `${nat}${rule('CidrIp: 198.51.100.7/32')}${lambda('!Ref Group')}`, 'yes'],
    [
      'whose group lets it out to the VPC',
      `${nat}${rule('CidrIp: !GetAtt Vpc.CidrBlock')}${lambda('!Ref Group')}`,
      'no',
    ],
    [
      'whose group lets it out to a group',
      `${nat}${rule('DestinationSecurityGroupId: sg-1')}${lambda('!Ref Group')}`,
      'no',
    ],
    [
      'whose group lets nothing out, as the CDK writes it',
      `${nat}${rule('CidrIp: 255.255.255.255/32', 'IpProtocol: icmp, FromPort: 252, ToPort: 86')}${lambda('!Ref Group')}`,
      'no',
    ],
    [
      'whose group lets out to a prefix list of AWS',
      `${nat}${rule('DestinationPrefixListId: pl-6ea54007')}${lambda('!Ref Group')}`,
      'unknown',
    ],
    [
      'whose group has a rule beside it',
      `${nat}${rule('DestinationSecurityGroupId: sg-1')}${lambda('!Ref Group')}
  Beside: { Type: AWS::EC2::SecurityGroupEgress, Properties: { GroupId: !GetAtt Group.GroupId, IpProtocol: '-1', CidrIp: 0.0.0.0/0 } }`,
      'yes',
    ],
    [
      'with a second group that lets it out',
      `${nat}${rule('DestinationSecurityGroupId: sg-1')}${lambda('!Ref Group, !GetAtt Open.GroupId')}
  Open: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: b } }`,
      'yes',
    ],
    ['with a group of elsewhere', `${nat}${lambda('sg-1')}`, 'unknown'],
    ['with the group that the VPC comes with', `${nat}${lambda('!GetAtt Vpc.DefaultSecurityGroup')}`, 'yes'],
    [
      'with IPv4 only, before an internet gateway',
      `${route('GatewayId: !Ref Gateway')}${group('')}${lambda('!Ref Group')}`,
      'no',
    ],
    [
      'with IPv6, before an internet gateway',
      `${route('GatewayId: !Ref Gateway', "DestinationIpv6CidrBlock: '::/0'")}${group('')}${lambda('!Ref Group')}`,
      'yes',
    ],
    [
      'whose group knows IPv4 only, with a way for IPv6',
      `${route('GatewayId: !Ref Gateway', "DestinationIpv6CidrBlock: '::/0'")}${rule('CidrIp: 0.0.0.0/0')}${lambda('!Ref Group')}`,
      'no',
    ],
    [
      'behind NAT64',
      `${route('NatGatewayId: nat-1', "DestinationIpv6CidrBlock: '64:ff9b::/96'")}${group('')}${lambda('!Ref Group')}`,
      'yes',
    ],
    ['in an isolated subnet', `${group('')}${lambda('!Ref Group')}`, 'no'],
  ])('%s', (_, resources, expected) => {
    const { app } = subnetOf(resources);
    app.inEveryWorld(() => expect(mayReachInternet(find(app, 'Orders'), app).holds).toBe(expected));
  });

  test('outside of a VPC has the network of Lambda', () => {
    const app = applicationOf('Resources: { Orders: { Type: AWS::Lambda::Function, Properties: {} } }');
    app.inEveryWorld(() => expect(mayReachInternet(find(app, 'Orders'), app).holds).toBe('yes'));
  });
});

describe('a network ACL', () => {
  const entry = (id: string, number: number | string, action: string, more: string) => `
  ${id}: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: !Ref Acl, RuleNumber: ${number}, Egress: true, RuleAction: ${action}, ${more} } }`;
  const all = 'Protocol: -1, CidrBlock: 0.0.0.0/0';
  const tcp = (from: number, to: number) =>
    `Protocol: 6, CidrBlock: 0.0.0.0/0, PortRange: { From: ${from}, To: ${to} }`;

  test.each<[string, string, string]>([
    ['that denies first', entry('A', 100, 'deny', all) + entry('B', 200, 'allow', all), 'no'],
    ['that denies last', entry('A', 200, 'deny', all) + entry('B', 100, 'allow', all), 'yes'],
    ['whose numbers are texts', entry('A', "'90'", 'deny', all) + entry('B', "'100'", 'allow', all), 'no'],
    [
      'that denies IPv6 only',
      entry('A', 100, 'deny', "Protocol: -1, Ipv6CidrBlock: '::/0'") + entry('B', 200, 'allow', all),
      'yes',
    ],
    ['that denies some ports', entry('A', 100, 'deny', tcp(0, 1023)) + entry('B', 200, 'allow', tcp(443, 443)), 'no'],
    [
      'that denies both halves',
      entry('A', 100, 'deny', 'Protocol: -1, CidrBlock: 0.0.0.0/1') +
        entry('B', 101, 'deny', 'Protocol: -1, CidrBlock: 128.0.0.0/1') +
        entry('C', 200, 'allow', all),
      'no',
    ],
    [
      'that denies all but one host',
      entry('A', 100, 'allow', 'Protocol: 6, CidrBlock: 198.51.100.7/32, PortRange: { From: 443, To: 443 }') +
        entry('B', 200, 'deny', all),
      'yes',
    ],
    [
      'that is about what comes in',
      '\n  A: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: !Ref Acl, RuleNumber: 1, RuleAction: allow, Protocol: -1, CidrBlock: 0.0.0.0/0 } }',
      'no',
    ],
    ['whose number is not known', entry('A', '!Ref Number', 'deny', all) + entry('B', 200, 'allow', all), 'unknown'],
    ['of unknown ranges', entry('A', 100, 'allow', 'Protocol: -1, CidrBlock: !Ref Range'), 'unknown'],
  ])('%s', (_, entries, expected) => {
    const { app, subnet } = subnetOf(
      `${route('GatewayId: !Ref Gateway')}${entries}
  Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }
  Fenced: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { SubnetId: !Ref Subnet, NetworkAclId: !Ref Acl } }`,
      'Parameters: { Number: { Type: Number }, Range: { Type: String } }',
    );
    app.inEveryWorld(() => expect(mayLeaveToInternet(subnet, app).holds).toBe(expected));
  });
});
