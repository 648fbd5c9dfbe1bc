import { mayReachInternet, onlyHosts } from '../../../src/reachability';
import { applicationOf, find } from '../../template/templates';
import { ask } from '../pieces';

const subnet = (id: string, n: number) => `
  ${id}: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.${n}.0/24 } }
  ${id}Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  ${id}Uses: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref ${id}, RouteTableId: !Ref ${id}Table } }`;
const route = (id: string, target: string) => `
  ${id}Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref ${id}Table, DestinationCidrBlock: 0.0.0.0/0, ${target} } }`;
const endpointOf = (firewall: string) =>
  `VpcEndpointId: !Select [1, !Split [':', !Select [0, !GetAtt ${firewall}.EndpointIds]]]`;
const firewall = (id: string, front: string, ...policy: readonly string[]) => `
  ${id}: { Type: AWS::NetworkFirewall::Firewall, Properties: { VpcId: !Ref Vpc, FirewallPolicyArn: !Ref ${id}Policy, SubnetMappings: [{ SubnetId: !Ref ${front} }] } }
  ${id}Policy: { Type: AWS::NetworkFirewall::FirewallPolicy, Properties: { FirewallPolicy: { ${policy.join(', ')} } } }`;
const list = (id: string, targets: string, kind = 'TLS_SNI') => `
  ${id}: { Type: AWS::NetworkFirewall::RuleGroup, Properties: { RuleGroup: { RulesSource: { RulesSourceList: { GeneratedRulesType: ALLOWLIST, TargetTypes: [${kind}], Targets: [${targets}] } } } } }`;

const inspected =
  "StatelessDefaultActions: ['aws:forward_to_sfe'], StatelessFragmentDefaultActions: ['aws:forward_to_sfe']";
const strict = `${inspected}, StatefulEngineOptions: { RuleOrder: STRICT_ORDER }, StatefulDefaultActions: ['aws:drop_established']`;
const uses = (group: string) => `StatefulRuleGroupReferences: [{ ResourceArn: !Ref ${group}, Priority: 1 }]`;

const outside = `${subnet('Outside', 9)}${route('Outside', 'NatGatewayId: nat-1')}`;

/** A function that is let out on port 443 of TCP, in a subnet with that route. */
function reaching(resources: string, ports = 'IpProtocol: tcp, FromPort: 443, ToPort: 443', subnets = '[!Ref Own]') {
  const app = applicationOf(`
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }${subnet('Own', 0)}
  Group: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, SecurityGroupEgress: [{ CidrIp: 0.0.0.0/0, ${ports} }] } }
  Fn: { Type: AWS::Lambda::Function, Properties: { VpcConfig: { SubnetIds: ${subnets}, SecurityGroupIds: [!Ref Group] } } }${resources}`);
  return ask(app, () => ({
    hosts: onlyHosts(find(app, 'Fn'), app),
    internet: mayReachInternet(find(app, 'Fn'), app).holds,
  }));
}

const named = `${route('Own', endpointOf('First'))}${outside}${firewall('First', 'Outside', strict, uses('Hosts'))}`;
const hosts = list('Hosts', 'api.example.com, .example.org');

describe('the only hosts that a function gets to', () => {
  test.each<[string, string, { hosts: string[] | undefined; internet: string }]>([
    ['are none, without a way out', '', { hosts: [], internet: 'no' }],
    [
      'are those that a firewall lets through',
      named + hosts,
      { hosts: ['.example.org', 'api.example.com'], internet: 'yes' },
    ],
    [
      'are none, behind one that drops everything',
      `${route('Own', endpointOf('First'))}${outside}${firewall('First', 'Outside', strict)}`,
      { hosts: [], internet: 'no' },
    ],
    ['are not known, without a firewall', route('Own', 'NatGatewayId: nat-1'), { hosts: undefined, internet: 'yes' }],
    [
      'are not known, behind one that lets other protocols through',
      `${route('Own', endpointOf('First'))}${outside}${firewall('First', 'Outside', inspected, uses('Hosts'))}${hosts}`,
      { hosts: undefined, internet: 'yes' },
    ],
    [
      'are not known, behind one of which a group is not known',
      `${route('Own', endpointOf('First'))}${outside}${firewall('First', 'Outside', strict, "StatefulRuleGroupReferences: [{ ResourceArn: 'arn:aws:network-firewall:x', Priority: 1 }]")}`,
      { hosts: undefined, internet: 'unknown' },
    ],
    [
      'are those that two firewalls in a row both let through',
      `${route('Own', endpointOf('First'))}${subnet('Middle', 1)}${route('Middle', endpointOf('Second'))}${outside}
      ${firewall('First', 'Middle', strict, uses('Hosts'))}${hosts}${firewall('Second', 'Outside', strict, uses('Others'))}${list('Others', 'www.example.org, api.example.com, api.example.net')}`,
      { hosts: ['api.example.com', 'www.example.org'], internet: 'yes' },
    ],
    [
      'are none, where two firewalls in a row share none',
      `${route('Own', endpointOf('First'))}${subnet('Middle', 1)}${route('Middle', endpointOf('Second'))}${outside}
      ${firewall('First', 'Middle', strict, uses('Hosts'))}${hosts}${firewall('Second', 'Outside', strict, uses('Others'))}${list('Others', 'api.example.com', 'HTTP_HOST')}`,
      { hosts: [], internet: 'no' },
    ],
    [
      'are those of the one that asks, behind one that lets everything through',
      `${route('Own', endpointOf('First'))}${subnet('Middle', 1)}${route('Middle', endpointOf('Second'))}${outside}
      ${firewall('First', 'Middle', "StatelessDefaultActions: ['aws:pass']")}${firewall('Second', 'Outside', strict, uses('Hosts'))}${hosts}`,
      { hosts: ['.example.org', 'api.example.com'], internet: 'yes' },
    ],
  ])('%s', (_, resources, expected) => {
    expect(reaching(resources)).toEqual(expected);
  });

  test('are not known where its group lets UDP out, which has no connection that a firewall could drop', () => {
    expect(reaching(named + hosts, "IpProtocol: '-1'")).toEqual({ hosts: undefined, internet: 'yes' });
  });

  test('are not known where one of its subnets has another way', () => {
    const other = `${subnet('Other', 2)}${route('Other', 'NatGatewayId: nat-1')}`;
    const inBoth = reaching(named + hosts + other, undefined, '[!Ref Own, !Ref Other]');
    expect(inBoth).toEqual({ hosts: undefined, internet: 'yes' });
  });

  test('are not known where a subnet is not part of the app, nor outside of a VPC', () => {
    expect(reaching(named + hosts, undefined, '[subnet-1]').hosts).toBeUndefined();
    expect(reaching('', undefined, '[]').hosts).toBeUndefined();
  });
});
