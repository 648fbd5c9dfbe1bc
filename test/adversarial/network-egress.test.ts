import { App, Aspects, type CfnResource, type IPropertyInjector, Lazy, PropertyInjectors, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import type { IConstruct } from 'constructs';
import {
  type AllowEgressOptions,
  IsolatedNetwork,
  type IsolatedNetworkProps,
  Sandbox,
  SecureFunction,
} from '../../src';
import { rangesAtTheEnd } from '../../src/network/firewall-addresses';
import { openingsOf } from '../../src/reachability';
import { Application } from '../../src/template';

const code = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
};

interface Scene {
  readonly stack: Stack;
  readonly network: IsolatedNetwork;
  readonly payer: SecureFunction;
  readonly stranger: SecureFunction;
}

function closed(context: Record<string, unknown> = {}, props: IsolatedNetworkProps = {}): Scene {
  const app = new App({ context: { ...context, 'aws:cdk:enable-path-metadata': true } });
  const stack = new Stack(app, 'Stack', { env: { account: '444455556666', region: 'eu-west-1' } });
  const network = new IsolatedNetwork(stack, 'Network', props);
  const payer = new SecureFunction(stack, 'Payer', { ...code, network });
  return { stack, network, payer, stranger: new SecureFunction(stack, 'Stranger', { ...code, network }) };
}

function open(context: Record<string, unknown> = {}): Scene {
  const scene = closed(context);
  const { network, payer } = scene;
  network.allowEgressTo({ domains: ['api.example.com'], reason: 'payments', functions: [payer] });
  return scene;
}

const wanted = { domains: ['api.example.com'], reason: 'payments' };

test.each<[string, (scene: Scene) => Partial<AllowEgressOptions>, RegExp]>([
  ['no reason', () => ({ reason: ' ' }), /'allowEgressTo' without a 'reason': say why/],
  ['a reason that JavaScript leaves out', () => ({ reason: undefined }), /without a 'reason'/],
  ['a reason of the deployment', () => ({ reason: Lazy.string({ produce: () => 'x' }) }), /without a 'reason'/],
  ['no domains', () => ({ domains: [] }), /'allowEgressTo' without 'domains'/],
  ['every domain', () => ({ domains: ['*'] }), /the host '\*' stands for many/],
  ['all hosts of a domain, by a star', () => ({ domains: ['*.example.com'] }), /stands for many/],
  ['every domain, by a dot', () => ({ domains: ['.'] }), /is no DNS name/],
  ['a whole registry', () => ({ domains: ['.com'] }), /the host 'com' is no DNS name/],
  ['an address', () => ({ domains: ['203.0.113.1'] }), /is an address/],
  ['a URL', () => ({ domains: ['https://api.example.com/'] }), /is an address, not a name/],
  ['upper case', () => ({ domains: ['API.example.com'] }), /in lower case/],
  ['a name of the VPC', () => ({ domains: ['db.eu-west-1.compute.internal'] }), /is not on the internet/],
  [
    'a name of the deployment',
    () => ({ domains: [Lazy.string({ produce: () => 'a.b' })] }),
    /only known after deployment/,
  ],
  [
    'names of the deployment',
    () => ({ domains: Lazy.list({ produce: () => ['a.b'] }) }),
    /only known after deployment/,
  ],
  ['buckets of everybody', () => ({ domains: ['s3.eu-west-1.amazonaws.com'] }), /is AWS's, in which everybody/],
  ['functions of everybody', () => ({ domains: ['.on.aws'] }), /is AWS's|is no DNS name/],
  ['APIs of everybody', () => ({ domains: ['.execute-api.eu-west-1.amazonaws.com'] }), /is AWS's/],
  ['too many domains', () => ({ domains: Array.from({ length: 401 }, (_, n) => `h${n}.example.com`) }), /401 domains/],
  ['no functions', () => ({ functions: [] }), /'allowEgressTo' without 'functions'/],
  [
    'a function outside of the network',
    ({ stack }) => ({ functions: [new SecureFunction(stack, 'Outside', code)] }),
    /'allowEgressTo' for 'Stack\/Outside', which is not in this network/,
  ],
])('%s is refused, and opens nothing', (_, options, message) => {
  const scene = closed();
  const { network, payer } = scene;
  const given = { ...wanted, functions: [payer], ...options(scene) };
  expect(() => network.allowEgressTo(given)).toThrow(message);
  expect(network.node.tryFindChild('Egress')).toBeUndefined();
  expect(payer.node.tryFindChild('EgressThroughFirewall')).toBeUndefined();
});

test('an API that has a host of its own is no refused name of AWS', () => {
  const { network, payer } = closed();
  const domains = ['a1b2c3.execute-api.eu-west-1.amazonaws.com'];
  expect(() => network.allowEgressTo({ ...wanted, domains, functions: [payer] })).not.toThrow();
});

test('a network with a range that is known at deployment only says so', () => {
  const ipAddresses = ec2.IpAddresses.awsIpamAllocation({
    ipv4IpamPoolId: 'ipam-pool-1',
    ipv4NetmaskLength: 20,
    defaultSubnetIpv4NetmaskLength: 24,
  });
  const { network, payer } = closed({}, { ipAddresses });
  expect(() => network.allowEgressTo({ ...wanted, functions: [payer] })).toThrow(
    /no room at the end of 'a range that is known at deployment only'/,
  );
});

test.each<[string, string | undefined, string[], number, string[] | undefined]>([
  ['are at the end', '10.0.0.0/16', ['10.0.0.0/24'], 2, ['10.0.255.224/28', '10.0.255.240/28']],
  ['are in a range that is not on a boundary', '10.1.0.0/25', [], 1, ['10.1.0.112/28']],
  ['are not taken by subnets', '10.0.0.0/24', ['10.0.0.128/25'], 1, undefined],
  ['are within the VPC', '10.0.0.0/28', [], 2, undefined],
  ['are of a VPC that is known', undefined, [], 1, undefined],
])('the ranges for firewalls and NAT gateways %s', (_, vpc, taken, count, ranges) => {
  expect(rangesAtTheEnd(vpc, taken, count)).toEqual(ranges);
});

function find(network: IConstruct, path: string): CfnResource {
  return path.split('/').reduce((node, id) => node.node.findChild(id), network) as CfnResource;
}

function set(path: string, value: unknown): (resource: CfnResource) => void {
  return (resource) =>
    value === undefined ? resource.addPropertyDeletionOverride(path) : resource.addPropertyOverride(path, value);
}

const policy = 'Egress/Policy/Policy';
const domains = 'Egress/Policy/Domains';
const zone = 'Egress/Zone1';

test.each<[string, string, (resource: CfnResource) => void, RegExp]>([
  ['what is dropped', policy, set('FirewallPolicy.StatefulDefaultActions', ['aws:alert_strict']), /'FirewallPolicy'/],
  ['what is dropped, left out', policy, set('FirewallPolicy.StatefulDefaultActions', undefined), /'FirewallPolicy'/],
  ['what is inspected', policy, set('FirewallPolicy.StatelessDefaultActions', ['aws:pass']), /'FirewallPolicy'/],
  [
    'what is inspected of fragments',
    policy,
    set('FirewallPolicy.StatelessFragmentDefaultActions', ['aws:pass']),
    /'FirewallPolicy'/,
  ],
  [
    'the order of rules',
    policy,
    set('FirewallPolicy.StatefulEngineOptions.RuleOrder', 'DEFAULT_ACTION_ORDER'),
    /Policy'/,
  ],
  ['the list of domains', domains, set('RuleGroup.RulesSource.RulesSourceList.Targets', ['.com']), /'RuleGroup'/],
  [
    'the kind of the list',
    domains,
    set('RuleGroup.RulesSource.RulesSourceList.GeneratedRulesType', 'DENYLIST'),
    /'RuleGroup'/,
  ],
  [
    'that plain HTTP is dropped',
    domains,
    set('RuleGroup.RulesSource.RulesSourceList.TargetTypes', ['TLS_SNI', 'HTTP_HOST']),
    /'RuleGroup'/,
  ],
  [
    'whose connections are looked at',
    domains,
    set('RuleGroup.RuleVariables', { IPSets: { HOME_NET: { Definition: ['192.0.2.0/24'] } } }),
    /'RuleGroup'/,
  ],
  ['the policy', `${zone}/Firewall`, set('FirewallPolicyArn', 'arn:aws:network-firewall:x'), /'FirewallPolicyArn'/],
  ['where the firewall is', `${zone}/Firewall`, set('SubnetMappings.0.SubnetId', 'subnet-1'), /'SubnetMappings'/],
  ['the protection against deletion', `${zone}/Firewall`, set('DeleteProtection', false), /'DeleteProtection'/],
  ['the log', 'Egress/AlertsOfZone1', set('LoggingConfiguration.LogDestinationConfigs', []), /'LoggingConfiguration'/],
  ['that functions go to the firewall', `${zone}/ToFirewall`, set('VpcEndpointId', undefined), /'VpcEndpointId'/],
  ['which functions do', `${zone}/ToFirewall`, set('RouteTableId', 'rtb-1'), /'RouteTableId'/],
  ['that answers come by the firewall', `${zone}/Back`, set('VpcEndpointId', 'vpce-1'), /'VpcEndpointId'/],
  ['where NAT gateways are', `${zone}/NatGateway`, set('SubnetId', 'subnet-1'), /'SubnetId'/],
  ['public addresses', `${zone}/NatSubnet/Subnet`, set('MapPublicIpOnLaunch', true), /'MapPublicIpOnLaunch'/],
  ['who gets to the firewall', 'Egress/Acl/Acl/RequestsOf1/Resource', set('CidrBlock', '0.0.0.0/0'), /'CidrBlock'/],
  ['the ports that get out', 'Egress/Acl/Acl/Requests/Resource', set('PortRange.From', 22), /'PortRange'/],
])('escape hatch: %s stays as it was made', (_, path, change, message) => {
  const { stack, network } = open();
  Aspects.of(stack).add({ visit: (node) => (node === network ? change(find(network, path)) : undefined) });
  expect(() => Template.fromStack(stack)).toThrow(message);
});

test.each(['Egress/Zone1/Firewall', 'Egress/AlertsOfZone1', 'Egress/Zone2/Back', 'Egress/Policy/Policy'])(
  'removing %s fails synthesis',
  (path) => {
    const { stack, network } = open();
    const resource = find(network, path);
    resource.node.scope!.node.tryRemoveChild(resource.node.id);
    expect(() => Template.fromStack(stack)).toThrow(/was removed/);
  },
);

test.each<[string, (rule: CfnResource) => void, RegExp]>([
  ['all ports', set('ToPort', 65_535), /'ToPort'/],
  ['all protocols', set('IpProtocol', '-1'), /'IpProtocol'/],
])('the rule of the function is not widened to %s', (_, change, message) => {
  const { stack, payer } = open();
  change(payer.node.findChild('EgressThroughFirewall') as CfnResource);
  expect(() => Template.fromStack(stack)).toThrow(message);
});

function subnetOf(network: IsolatedNetwork, kind: 'functionSubnets' | 'dataSubnets'): ec2.ISubnet {
  return network.selectSubnets(network[kind]).subnets[0];
}

const partOf = (network: IsolatedNetwork, path: string) => find(network, path) as unknown as { readonly ref: string };

/** Ways around the firewall, with what the way out brings. */
const around: [string, (scene: Scene) => unknown, RegExp][] = [
  [
    'another function, by address',
    ({ stranger }) => stranger.connections.allowToAnyIpv4(ec2.Port.tcp(443)),
    /'Stack\/Stranger' is let out to '0\.0\.0\.0\/0'/,
  ],
  [
    'another function, by a rule beside its group',
    ({ stack, stranger }) =>
      new ec2.CfnSecurityGroupEgress(stack, 'Rule', {
        groupId: stranger.connections.securityGroups[0].securityGroupId,
        ipProtocol: 'tcp',
        cidrIp: '0.0.0.0/0',
        fromPort: 443,
        toPort: 443,
      }),
    /'Stack\/Rule' lets 'Stack\/Stranger' out or in by address/,
  ],
  [
    'the named function, on another port',
    ({ payer }) => payer.connections.allowToAnyIpv4(ec2.Port.tcp(8443)),
    /'Stack\/Payer' is let out to/,
  ],
  [
    'a route past the firewall',
    ({ stack, network }) =>
      new ec2.CfnRoute(stack, 'Route', {
        routeTableId: subnetOf(network, 'functionSubnets').routeTable.routeTableId,
        destinationCidrBlock: '203.0.113.0/24',
        natGatewayId: partOf(network, 'Egress/Zone1/NatGateway').ref,
      }),
    /'Stack\/Route' .* is a route out of the network/,
  ],
  [
    'a route of data stores to the firewall',
    ({ stack, network }) =>
      new ec2.CfnRoute(stack, 'Route', {
        routeTableId: subnetOf(network, 'dataSubnets').routeTable.routeTableId,
        destinationCidrBlock: '0.0.0.0/0',
        vpcEndpointId: 'vpce-1',
      }),
    /is a route out of the network/,
  ],
  [
    'a route back past the firewall',
    ({ stack, network }) =>
      new ec2.CfnRoute(stack, 'Route', {
        routeTableId: partOf(network, 'Egress/Zone1/NatSubnet/RouteTable').ref,
        destinationCidrBlock: '10.0.0.0/25',
        networkInterfaceId: 'eni-1',
      }),
    /is a route out of the network/,
  ],
  [
    'a second NAT gateway',
    ({ stack, network }) =>
      new ec2.CfnNatGateway(stack, 'Nat', { subnetId: partOf(network, 'Egress/Zone1/NatSubnet/Subnet').ref }),
    /lets everything out to the internet/,
  ],
  [
    'a second internet gateway',
    ({ stack, network: { vpcId } }) =>
      new ec2.CfnVPCGatewayAttachment(stack, 'Attachment', { vpcId, internetGatewayId: 'igw-1' }),
    /attaches a gateway to the internet/,
  ],
  [
    'other routes for the subnet of functions',
    ({ stack, network }) =>
      new ec2.CfnSubnetRouteTableAssociation(stack, 'Association', {
        subnetId: subnetOf(network, 'functionSubnets').subnetId,
        routeTableId: partOf(network, 'Egress/Zone1/FirewallSubnet/RouteTable').ref,
      }),
    /gives the subnet other routes/,
  ],
  [
    'an entry in the ACL of the firewall',
    ({ network }) =>
      (find(network, 'Egress/Acl/Acl') as unknown as ec2.NetworkAcl).addEntry('Open', {
        cidr: ec2.AclCidr.anyIpv4(),
        ruleNumber: 1,
        traffic: ec2.AclTraffic.allTraffic(),
        direction: ec2.TrafficDirection.INGRESS,
      }),
    /is an entry of your own in an ACL of the network/,
  ],
  [
    'something beside its parts',
    ({ network }) =>
      new ec2.CfnEgressOnlyInternetGateway(network.node.findChild('Egress'), 'Gateway', { vpcId: network.vpcId }),
    /lets IPv6 out to the internet/,
  ],
];

describe.each([
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
])('%s', (_, context) => {
  test.each(around)('%s fails synthesis', (__, add, message) => {
    const scene = open(context);
    add(scene);
    expect(() => Template.fromStack(scene.stack)).toThrow(message);
  });
});

test('a property injector gives the subnet of a NAT gateway no public addresses', () => {
  const injector: IPropertyInjector = {
    constructUniqueId: ec2.Subnet.PROPERTY_INJECTION_ID,
    inject: (props) => ({ ...props, mapPublicIpOnLaunch: true }) as object,
  };
  const stack = new Stack(new App(), 'Stack');
  const network = new IsolatedNetwork(stack, 'Network');
  const payer = new SecureFunction(stack, 'Payer', { ...code, network });
  PropertyInjectors.of(network).add(injector);
  network.allowEgressTo({ ...wanted, functions: [payer] });
  Template.fromStack(stack).allResourcesProperties('AWS::EC2::Subnet', { MapPublicIpOnLaunch: false });
});

test('in a sandbox firewalls can be deleted, because it is to be thrown away', () => {
  const stack = new Stack(new App(), 'Stack');
  Sandbox.enable(stack);
  const network = new IsolatedNetwork(stack, 'Network');
  const payer = new SecureFunction(stack, 'Payer', { ...code, network });
  network.allowEgressTo({ ...wanted, functions: [payer] });
  Template.fromStack(stack).allResourcesProperties('AWS::NetworkFirewall::Firewall', { DeleteProtection: false });
});

interface Json {
  Resources: Record<string, { Type: string; Properties: Record<string, never> }>;
}

const { Resources: made } = Template.fromStack(open().stack).toJSON() as Json;

/** The first resource of a type whose id has something in it. */
function idOf(type: string, part = ''): string {
  return Object.keys(made).find((id) => made[id].Type === type && id.includes(part))!;
}

const firewallPolicy = idOf('AWS::NetworkFirewall::FirewallPolicy');
const ruleGroup = idOf('AWS::NetworkFirewall::RuleGroup');
const natSubnet = idOf('AWS::EC2::Subnet', 'Zone1NatSubnet');
const firewallSubnet = idOf('AWS::EC2::Subnet', 'Zone1FirewallSubnet');
const toFirewall = idOf('AWS::EC2::Route', 'Zone1ToFirewall');
const natGateway = idOf('AWS::EC2::NatGateway', 'Zone1');
const dataTable = idOf('AWS::EC2::RouteTable', 'DataSubnet1');
const requests = Object.keys(made).find((id) => /EgressAclRequests(?!Of)/.test(id))!;
const listPath = [ruleGroup, 'Properties', 'RuleGroup', 'RulesSource', 'RulesSourceList'];

/** The template as it would be without the construct that holds it together. */
function findings(path: readonly string[], value: unknown): string[] {
  const template = JSON.parse(JSON.stringify({ Resources: made })) as Json;
  const last = path[path.length - 1];
  const parent = path
    .slice(0, -1)
    .reduce<Record<string, never>>((node, key) => node[key] as Record<string, never>, template.Resources as never);
  if (value === undefined) delete parent[last];
  else parent[last] = value as never;
  const app = Application.load([{ path: 'Stack.template.json', content: JSON.stringify(template) }]);
  const [vpc] = app.ofType('AWS::EC2::VPC');
  return app.inEveryWorld(() => openingsOf(vpc, app).map(({ what }) => what))[0]!.result;
}

const inPolicy = (property: string) => [firewallPolicy, 'Properties', 'FirewallPolicy', property];

test.each<[string, readonly string[], unknown]>([
  ['a policy that lets everything pass', inPolicy('StatelessDefaultActions'), ['aws:pass']],
  ['a policy without a default', inPolicy('StatefulDefaultActions'), undefined],
  ['a policy that only tells of it', inPolicy('StatefulDefaultActions'), ['aws:alert_established']],
  ['a policy in the order of actions', inPolicy('StatefulEngineOptions'), { RuleOrder: 'DEFAULT_ACTION_ORDER' }],
  [
    'a policy that goes on without context',
    inPolicy('StatefulEngineOptions'),
    { RuleOrder: 'STRICT_ORDER', StreamExceptionPolicy: 'CONTINUE' },
  ],
  ['a policy without rules', inPolicy('StatefulRuleGroupReferences'), []],
  ['rules of elsewhere', inPolicy('StatefulRuleGroupReferences'), [{ ResourceArn: 'arn:aws:network-firewall:x' }]],
  [
    'stateless rules before it',
    inPolicy('StatelessRuleGroupReferences'),
    [{ Priority: 1, ResourceArn: 'arn:aws:network-firewall:x' }],
  ],
  ['a policy of elsewhere', [idOf('AWS::NetworkFirewall::Firewall'), 'Properties', 'FirewallPolicyArn'], 'arn:aws:x'],
  ['an ACL that lets UDP out, too', [requests, 'Properties', 'Protocol'], -1],
  ['a list of what is denied', [...listPath, 'GeneratedRulesType'], 'DENYLIST'],
  ['plain HTTP', [...listPath, 'TargetTypes'], ['HTTP_HOST', 'TLS_SNI']],
  ['a whole registry', [...listPath, 'Targets'], ['.com']],
  ['domains that are not known', [...listPath, 'Targets'], { 'Fn::Split': [',', { 'Fn::ImportValue': 'domains' }] }],
  [
    "rules of one's own",
    [ruleGroup, 'Properties', 'RuleGroup', 'RulesSource'],
    { RulesString: 'pass ip any any -> any any (sid:1;)' },
  ],
  ['a route past it', [toFirewall, 'Properties', 'VpcEndpointId'], 'vpce-1'],
  [
    'a route to the NAT gateway',
    [toFirewall, 'Properties'],
    { ...made[toFirewall].Properties, VpcEndpointId: undefined, NatGatewayId: { Ref: natGateway } },
  ],
  [
    'a route of data stores to the NAT gateway',
    ['More'],
    {
      Type: 'AWS::EC2::Route',
      Properties: {
        RouteTableId: { Ref: dataTable },
        DestinationCidrBlock: '0.0.0.0/0',
        NatGatewayId: { Ref: natGateway },
      },
    },
  ],
  [
    'a machine beside the NAT gateway',
    ['More'],
    { Type: 'AWS::EC2::Instance', Properties: { SubnetId: { Ref: natSubnet } } },
  ],
  [
    'a machine behind the firewall',
    ['More'],
    { Type: 'AWS::EC2::NetworkInterface', Properties: { SubnetId: { Ref: firewallSubnet } } },
  ],
  [
    'a function behind the firewall',
    ['More'],
    { Type: 'AWS::Lambda::Function', Properties: { VpcConfig: { SubnetIds: [{ Ref: firewallSubnet }] } } },
  ],
  [
    'an egress-only gateway',
    ['More'],
    { Type: 'AWS::EC2::EgressOnlyInternetGateway', Properties: { VpcId: { Ref: idOf('AWS::EC2::VPC') } } },
  ],
])('final template: with %s the network counts as open', (_, path, value) => {
  expect(findings(path, value)).not.toEqual([]);
});

test('final template: as it was made it counts as closed but for the firewall', () => {
  expect(findings(['Nothing'], { Type: 'AWS::SNS::Topic', Properties: {} })).toEqual([]);
});
