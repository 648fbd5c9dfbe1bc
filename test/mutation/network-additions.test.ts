import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { dualStack, network } from './constructs/network';
import { Judge } from './judge';

interface Resource {
  readonly [key: string]: unknown;
  readonly Type: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly Properties: any;
}

type Resources = Record<string, Resource>;
type Change = (resources: Resources) => void;

const judge = new Judge();

afterAll(() => judge.close());

const constructs = { ...network, ...dualStack };

function templateOf(construct: string): { readonly Resources: Resources } {
  const stack = new Stack(new App(), 'Stack');
  constructs[construct](stack);
  return Template.fromStack(stack).toJSON() as { readonly Resources: Resources };
}

const templates = Object.fromEntries(Object.keys(constructs).map((construct) => [construct, templateOf(construct)]));

function idOf(resources: Resources, name: string): string {
  const found = Object.keys(resources).find((id) => id.replace(/[0-9A-F]{8}$/, '') === name);
  if (found === undefined) throw new Error(`nothing is called '${name}'`);
  return found;
}

const change =
  (name: string, edit: (properties: Resource['Properties']) => void): Change =>
  (resources) =>
    edit(resources[idOf(resources, name)].Properties);

const add =
  (Type: string, properties: (ref: (name: string) => { readonly Ref: string }) => object): Change =>
  (resources) => {
    resources.Added = { Type, Properties: properties((name) => ({ Ref: idOf(resources, name) })) };
  };

/** What is added, or put in place of what is there: the operators of the mutants only take away and turn round. */
const inside: readonly (readonly [string, Change])[] = [
  ['every name is answered', change('NetworkDnsAllowed', (list) => list.Domains.push('*'))],
  ['every name of a top-level domain is answered', change('NetworkDnsAllowed', (list) => list.Domains.push('*.com'))],
  ['one name only is blocked', change('NetworkDnsAll', (list) => (list.Domains = ['example.com']))],
  [
    'names of one type only are blocked',
    change('NetworkDnsRuleGroup', (group) => (group.FirewallRules[1].Qtype = 'A')),
  ],
  [
    'all is blocked before it is answered',
    change('NetworkDnsRuleGroup', (group) => (group.FirewallRules[1].Priority = 1)),
  ],
  [
    'names are answered when the firewall fails',
    add('AWS::Route53Resolver::FirewallConfig', (ref) => ({ ResourceId: ref('Network'), FirewallFailOpen: 'ENABLED' })),
  ],
  [
    'everybody may use everything',
    change('NetworkEndpointssqsinterfaceEndpoint', (endpoint) =>
      endpoint.PolicyDocument.Statement.push({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
    ),
  ],
  [
    'callers of any account are let through',
    change(
      'NetworkEndpointsdynamodbGateway',
      (endpoint) => delete endpoint.PolicyDocument.Statement[0].Condition.StringEquals['aws:PrincipalAccount'],
    ),
  ],
  [
    'resources of any account are let through',
    change(
      'NetworkEndpointsdynamodbGateway',
      (endpoint) => delete endpoint.PolicyDocument.Statement[0].Condition.StringEquals['aws:ResourceAccount'],
    ),
  ],
  [
    'named resources become all',
    change('NetworkEndpointssqsinterfaceEndpoint', (endpoint) => (endpoint.PolicyDocument.Statement[1].Resource = '*')),
  ],
  [
    'the account is a pattern',
    change(
      'NetworkEndpointsdynamodbGateway',
      (endpoint) =>
        (endpoint.PolicyDocument.Statement[0].Condition = {
          StringLike: { 'aws:PrincipalAccount': '*', 'aws:ResourceAccount': '*' },
        }),
    ),
  ],
  [
    'what comes to stores may come from anywhere',
    change('NetworkDataAclIn100', (entry) => (entry.CidrBlock = '0.0.0.0/0')),
  ],
  [
    'all ports get to endpoints',
    change('NetworkEndpointsAclIn100', (entry) => (entry.PortRange = { From: 0, To: 65535 })),
  ],
  ['all protocols get out', change('NetworkFunctionsAclOut100', (entry) => (entry.Protocol = -1))],
  [
    'the function sends anywhere',
    add('AWS::EC2::SecurityGroupEgress', (ref) => ({
      GroupId: ref('OrdersSecurityGroup'),
      IpProtocol: '-1',
      CidrIp: '0.0.0.0/0',
    })),
  ],
  [
    'anybody reaches the cache',
    add('AWS::EC2::SecurityGroupIngress', (ref) => ({
      GroupId: ref('CacheGroup'),
      IpProtocol: 'tcp',
      FromPort: 6379,
      ToPort: 6379,
      CidrIp: '0.0.0.0/0',
    })),
  ],
  [
    'the default group is used',
    add('AWS::EC2::SecurityGroupIngress', (ref) => ({
      GroupId: { 'Fn::GetAtt': [ref('Network').Ref, 'DefaultSecurityGroup'] },
      IpProtocol: '-1',
      CidrIp: '10.0.0.0/16',
    })),
  ],
  [
    'the cache is where functions are',
    (resources) =>
      (resources.Cache.Properties.SubnetIds = [
        { Ref: idOf(resources, 'NetworkFunctionsSubnet1Subnet') },
        { Ref: idOf(resources, 'NetworkFunctionsSubnet2Subnet') },
      ]),
  ],
  [
    'a route leads to an internet gateway',
    add('AWS::EC2::Route', (ref) => ({
      RouteTableId: ref('NetworkDataSubnet1RouteTable'),
      DestinationCidrBlock: '0.0.0.0/0',
      GatewayId: 'igw-0a1b2c',
    })),
  ],
  [
    'the VPC is peered',
    add('AWS::EC2::VPCPeeringConnection', (ref) => ({ VpcId: ref('Network'), PeerVpcId: 'vpc-0a1b2c' })),
  ],
  [
    'a subnet gives public addresses',
    change('NetworkFunctionsSubnet1Subnet', (subnet) => (subnet.MapPublicIpOnLaunch = true)),
  ],
  [
    'an endpoint leads to a stranger',
    add('AWS::EC2::VPCEndpoint', (ref) => ({
      VpcId: ref('Network'),
      VpcEndpointType: 'Interface',
      ServiceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b2c',
      SubnetIds: [ref('NetworkEndpointsSubnet1Subnet')],
    })),
  ],
  ['only what was let through is logged', change('NetworkLogsFlowLog', (log) => (log.TrafficType = 'ACCEPT'))],
];

/** The same over IPv6, whose addresses are global: nothing but routes, ACLs and groups keeps them in. */
const overIpv6: readonly (readonly [string, Change])[] = [
  ['a gateway lets IPv6 out', add('AWS::EC2::EgressOnlyInternetGateway', (ref) => ({ VpcId: ref('Network') }))],
  [
    'a route leads to a gateway for IPv6',
    add('AWS::EC2::Route', (ref) => ({
      RouteTableId: ref('NetworkFunctionsSubnet1RouteTable'),
      DestinationIpv6CidrBlock: '::/0',
      EgressOnlyInternetGatewayId: 'eigw-0a1b2c',
    })),
  ],
  [
    'a route leads half of IPv6 to an internet gateway',
    add('AWS::EC2::Route', (ref) => ({
      RouteTableId: ref('NetworkDataSubnet1RouteTable'),
      DestinationIpv6CidrBlock: '2000::/3',
      GatewayId: 'igw-0a1b2c',
    })),
  ],
  [
    'IPv6 is translated to IPv4 by a NAT gateway',
    add('AWS::EC2::Route', (ref) => ({
      RouteTableId: ref('NetworkFunctionsSubnet1RouteTable'),
      DestinationIpv6CidrBlock: '64:ff9b::/96',
      NatGatewayId: 'nat-0a1b2c',
    })),
  ],
  [
    'what comes to stores may come from all of IPv6',
    change('NetworkDataAclIn110', (entry) => (entry.Ipv6CidrBlock = '::/0')),
  ],
  [
    'all protocols get out over IPv6',
    change('NetworkFunctionsAclOut110', (entry) => {
      entry.Protocol = -1;
      entry.Ipv6CidrBlock = '::/0';
    }),
  ],
  [
    'an ACL has an entry more, for all of IPv6',
    add('AWS::EC2::NetworkAclEntry', (ref) => ({
      NetworkAclId: ref('NetworkEndpointsAcl'),
      RuleNumber: 90,
      Egress: false,
      Protocol: -1,
      RuleAction: 'allow',
      Ipv6CidrBlock: '::/0',
    })),
  ],
  [
    'the function sends anywhere over IPv6',
    add('AWS::EC2::SecurityGroupEgress', (ref) => ({
      GroupId: ref('OrdersSecurityGroup'),
      IpProtocol: '-1',
      CidrIpv6: '::/0',
    })),
  ],
  [
    'the function sends to half of IPv6',
    add('AWS::EC2::SecurityGroupEgress', (ref) => ({
      GroupId: ref('OrdersSecurityGroup'),
      IpProtocol: 'tcp',
      FromPort: 443,
      ToPort: 443,
      CidrIpv6: '2000::/3',
    })),
  ],
  [
    'anybody reaches the cache over IPv6',
    add('AWS::EC2::SecurityGroupIngress', (ref) => ({
      GroupId: ref('CacheGroup'),
      IpProtocol: 'tcp',
      FromPort: 6379,
      ToPort: 6379,
      CidrIpv6: '::/0',
    })),
  ],
  [
    'the default group is used over IPv6',
    add('AWS::EC2::SecurityGroupIngress', (ref) => ({
      GroupId: { 'Fn::GetAtt': [ref('Network').Ref, 'DefaultSecurityGroup'] },
      IpProtocol: '-1',
      CidrIpv6: '2001:db8::/32',
    })),
  ],
];

const outside: readonly (readonly [string, Change])[] = [
  [
    'a domain is one that everybody may have',
    change('NetworkEgressPolicyDomains', (group) => group.RuleGroup.RulesSource.RulesSourceList.Targets.push('.com')),
  ],
  [
    'plain HTTP gets out',
    change('NetworkEgressPolicyDomains', (group) =>
      group.RuleGroup.RulesSource.RulesSourceList.TargetTypes.push('HTTP_HOST'),
    ),
  ],
  [
    'the list is of what is denied',
    change(
      'NetworkEgressPolicyDomains',
      (group) => (group.RuleGroup.RulesSource.RulesSourceList.GeneratedRulesType = 'DENYLIST'),
    ),
  ],
  [
    'what no rule passes gets out',
    change(
      'NetworkEgressPolicy',
      (policy) => (policy.FirewallPolicy.StatefulDefaultActions = ['aws:alert_established']),
    ),
  ],
  [
    'packets pass without a look',
    change('NetworkEgressPolicy', (policy) => (policy.FirewallPolicy.StatelessDefaultActions = ['aws:pass'])),
  ],
  [
    'functions go around the firewall',
    change('NetworkEgressZone1ToFirewall', (route) => {
      delete route.VpcEndpointId;
      route.NatGatewayId = 'nat-0a1b2c';
    }),
  ],
  [
    'answers go around the firewall',
    change('NetworkEgressZone1Back', (route) => (route.DestinationCidrBlock = '10.0.2.0/24')),
  ],
  ['UDP gets out', change('NetworkEgressAclRequests', (entry) => (entry.Protocol = 17))],
  ['the function sends to every port', change('OrdersEgressThroughFirewall', (rule) => (rule.ToPort = 65535))],
];

const [store, wayOut, withIpv6] = Object.keys(constructs);
const cases = [
  ...inside.map(([what, edit]) => [store, what, edit] as const),
  ...outside.map(([what, edit]) => [wayOut, what, edit] as const),
  ...overIpv6.map(([what, edit]) => [withIpv6, what, edit] as const),
];
const before = Object.fromEntries(
  Object.entries(templates).map(([construct, template]) => [construct, judge.findingsIn(template)]),
);

test.each(cases)('%s: a rule notices that %s', (construct, _, edit) => {
  const template = structuredClone(templates[construct]);
  edit(template.Resources);
  const mutant = { logicalId: '', type: '', path: [], operator: 'remove' as const, template };
  expect(judge.isNoticed(mutant, before[construct])).toBe(true);
});
