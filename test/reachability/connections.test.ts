import { endpointServicesFor, endpointServicesOf } from '../../src/facts/endpoint-services';
import { endpointsServing, mayConnect, mayReachService, placementOf } from '../../src/reachability';
import type { Reach } from '../../src/reachability';
import type { Application } from '../../src/template';
import { applicationOf, find } from '../template/templates';

const network = `
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true } }
  Code: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Data: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Uses: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Code, RouteTableId: !Ref Table } }
  Orders: { Type: AWS::Lambda::Function, Properties: { VpcConfig: { SubnetIds: [!Ref Code], SecurityGroupIds: [!GetAtt OrdersGroup.GroupId] } } }
  Group: { Type: AWS::RDS::DBSubnetGroup, Properties: { DBSubnetGroupDescription: a, SubnetIds: [!Ref Data] } }
  Store: { Type: AWS::RDS::DBCluster, Properties: { DBSubnetGroupName: !Ref Group, VpcSecurityGroupIds: [!GetAtt StoreGroup.GroupId] } }
`;
const tcp = (port: number, peer: string) => `{ IpProtocol: tcp, FromPort: ${port}, ToPort: ${port}, ${peer} }`;
const groups = (egress: string, ingress: string) => `
  OrdersGroup: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, GroupDescription: a, SecurityGroupEgress: [${egress}] } }
  StoreGroup: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, GroupDescription: b, SecurityGroupIngress: [${ingress}] } }
`;
const toStore = `
  To: { Type: AWS::EC2::SecurityGroupEgress, Properties: { GroupId: !GetAtt OrdersGroup.GroupId, IpProtocol: tcp, FromPort: 5432, ToPort: 5432, DestinationSecurityGroupId: !GetAtt StoreGroup.GroupId } }`;
const fromOrders = tcp(5432, 'SourceSecurityGroupId: !GetAtt OrdersGroup.GroupId');
const acl = (entries: string, subnet = 'Data') => `
  Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }
  Fenced: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { SubnetId: !Ref ${subnet}, NetworkAclId: !Ref Acl } }${entries}`;
const entry = (id: string, egress: boolean, from: number, to: number) => `
  ${id}: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: !Ref Acl, RuleNumber: 100, Egress: ${egress}, RuleAction: allow, Protocol: 6, CidrBlock: 10.0.0.0/16, PortRange: { From: ${from}, To: ${to} } } }`;

function inTheWorld<T>(app: Application, question: () => T): T {
  return app.inEveryWorld(question)[0]!.result;
}

describe('a function connects with a database', () => {
  test.each<[string, string, Reach['holds'], string]>([
    ['by the groups of both', groups(tcp(1, 'CidrIp: 192.0.2.1/32'), fromOrders) + toStore, 'yes', ''],
    [
      'over another port: it does not',
      groups(tcp(1, 'CidrIp: 192.0.2.1/32'), tcp(3306, 'SourceSecurityGroupId: !GetAtt OrdersGroup.GroupId')) + toStore,
      'no',
      'StoreGroup lets in Orders on port 5432',
    ],
    [
      'without a rule of its own: it does not',
      groups(tcp(443, 'CidrIp: 10.0.0.0/16'), fromOrders),
      'no',
      'OrdersGroup lets out Store on port 5432',
    ],
    ['by addresses', groups(tcp(5432, 'CidrIp: 10.0.0.0/16'), tcp(5432, 'CidrIp: 10.0.0.0/24')), 'yes', ''],
    [
      'by addresses of the VPC',
      groups(tcp(5432, 'CidrIp: !GetAtt Vpc.CidrBlock'), tcp(5432, 'CidrIp: !GetAtt Vpc.CidrBlock')),
      'yes',
      '',
    ],
    [
      'by addresses of which the subnet has others too: who knows',
      groups(tcp(5432, 'CidrIp: 10.0.1.0/25'), tcp(5432, 'CidrIp: 10.0.0.0/24')),
      'unknown',
      '',
    ],
    [
      'by addresses of others: it does not',
      groups(tcp(5432, 'CidrIp: 10.0.9.0/24'), tcp(5432, 'CidrIp: 10.0.0.0/24')),
      'no',
      '',
    ],
    [
      'from a group of elsewhere',
      groups(tcp(5432, 'CidrIp: 10.0.0.0/16'), tcp(5432, 'SourceSecurityGroupId: !Ref Elsewhere')),
      'unknown',
      '',
    ],
    [
      'through an ACL, there and back',
      groups(tcp(5432, 'CidrIp: 10.0.0.0/16'), fromOrders) +
        acl(entry('In', false, 5432, 5432) + entry('Out', true, 1024, 65535)),
      'yes',
      '',
    ],
    [
      'through an ACL without a way back: it does not',
      groups(tcp(5432, 'CidrIp: 10.0.0.0/16'), fromOrders) + acl(entry('In', false, 5432, 5432)),
      'no',
      'lets no packets out to Code',
    ],
    [
      'through an ACL that lets some answers back: who knows',
      groups(tcp(5432, 'CidrIp: 10.0.0.0/16'), fromOrders) +
        acl(entry('In', false, 5432, 5432) + entry('Out', true, 32768, 65535)),
      'unknown',
      '',
    ],
    [
      'past an ACL of its own subnet that lets nothing out: it does not',
      groups(tcp(5432, 'CidrIp: 10.0.0.0/16'), fromOrders) + acl('', 'Code'),
      'no',
      '',
    ],
  ])('%s', (_, resources, expected, because) => {
    const app = applicationOf(`Parameters: { Elsewhere: { Type: String } }\nResources:${network}${resources}`);
    const [from, to] = ['Orders', 'Store'].map((id) => find(app, id));
    const reach = inTheWorld(app, () => mayConnect(placementOf(from)!, placementOf(to)!, 5432, app));
    expect(reach.holds).toBe(expected);
    expect(reach.path.join()).toContain(because);
  });
});

describe('a function calls a service', () => {
  const gateway = (service: string, tables = '!Ref Table') => `
  Endpoint: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.${service}', RouteTableIds: [${tables}] } }`;
  const interfaceOf = (service: string, more = 'PrivateDnsEnabled: true') => `
  Endpoint: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc, VpcEndpointType: Interface, ServiceName: com.amazonaws.eu-west-1.${service}, SubnetIds: [!Ref Data], SecurityGroupIds: [!GetAtt StoreGroup.GroupId], ${more} } }`;
  const open = groups(tcp(443, 'CidrIp: 10.0.0.0/16'), tcp(443, 'CidrIp: 10.0.0.0/16'));
  const closed = groups(
    tcp(443, 'DestinationSecurityGroupId: !GetAtt StoreGroup.GroupId'),
    tcp(443, 'CidrIp: 192.0.2.0/24'),
  );
  const toAll = groups(tcp(443, 'CidrIp: 0.0.0.0/0'), tcp(443, 'CidrIp: 10.0.0.0/16'));
  const toList = groups(tcp(443, 'DestinationPrefixListId: pl-6ea54007'), tcp(443, 'CidrIp: 10.0.0.0/16'));

  test.each<[string, string, string, Reach['holds']]>([
    ['through a gateway in its table', 's3:GetObject', toAll + gateway('s3'), 'yes'],
    ['through a gateway that its group names by prefix list', 's3:GetObject', toList + gateway('s3'), 'yes'],
    ['not through a gateway that its group lets nothing out to', 's3:GetObject', open + gateway('s3'), 'no'],
    ['not through a gateway in another table', 's3:GetObject', toAll + gateway('s3', 'rtb-1'), 'no'],
    ['not through a gateway of another service', 's3:GetObject', toAll + gateway('dynamodb'), 'no'],
    ['not reading a stream through a gateway', 'dynamodb:GetRecords', toAll + gateway('dynamodb'), 'no'],
    ['through an interface', 'sqs:SendMessage', open + interfaceOf('sqs'), 'yes'],
    [
      'through an interface of an API with another name',
      'firehose:PutRecord',
      open + interfaceOf('kinesis-firehose'),
      'yes',
    ],
    ['not through an interface whose group lets nobody in', 'sqs:SendMessage', closed + interfaceOf('sqs'), 'no'],
    [
      'through an interface without private DNS, if it names it',
      'sqs:SendMessage',
      open + interfaceOf('sqs', 'PrivateDnsEnabled: false'),
      'unknown',
    ],
    ['not without an endpoint', 'sqs:SendMessage', open, 'no'],
    ['not synchronously over the endpoint of others', 'states:StartSyncExecution', open + interfaceOf('states'), 'no'],
    ['over either of two', 's3:GetObject', open + interfaceOf('s3'), 'yes'],
  ])('%s', (_, action, resources, expected) => {
    const app = applicationOf(`Resources:${network}${resources}`);
    const reach = inTheWorld(app, () =>
      mayReachService(placementOf(find(app, 'Orders'))!, endpointServicesFor(action)!, app),
    );
    expect(reach.holds).toBe(expected);
  });

  test('in a VPC that is not part of the app, nobody knows', () => {
    const app = applicationOf(`Resources:${(network + open).replaceAll('!Ref Vpc', 'vpc-1')}`);
    const reach = inTheWorld(app, () =>
      mayReachService(placementOf(find(app, 'Orders'))!, endpointServicesOf('sqs')!, app),
    );
    expect(reach.holds).toBe('unknown');
  });

  test.each([
    ['without names', 'EnableDnsSupport: false', 'the VPC resolves no names'],
    [
      'with names for hosts off',
      'EnableDnsHostnames: false',
      'the VPC has no names for hosts, which private DNS takes',
    ],
    ['that says nothing of names for hosts', '', 'the VPC has no names for hosts, which private DNS takes'],
  ])('in a VPC %s, it does not', (_, property, because) => {
    const app = applicationOf(
      `Resources:${network.replace('EnableDnsHostnames: true', property)}${open}${interfaceOf('sqs')}`,
    );
    const reach = inTheWorld(app, () =>
      mayReachService(placementOf(find(app, 'Orders'))!, endpointServicesOf('sqs')!, app),
    );
    expect(reach).toMatchObject({ holds: 'no', path: [because] });
  });

  test.each<[string, string, Reach['holds']]>([
    ['answers for it', 'sqs.eu-west-1.amazonaws.com', 'yes'],
    ['answers for everything below', "'*.amazonaws.com'", 'yes'],
    ['answers for the region that it is in', "!Sub 'sqs.${AWS::Region}.amazonaws.com'", 'yes'],
    ['answers for others only', 'sns.eu-west-1.amazonaws.com', 'no'],
    ['answers for what is below it only', "'*.sqs.eu-west-1.amazonaws.com'", 'no'],
  ])('past a DNS firewall that %s', (_, domain, expected) => {
    const app = applicationOf(`Resources:${network}${open}${interfaceOf('sqs')}
  Ours: { Type: AWS::Route53Resolver::FirewallDomainList, Properties: { Domains: [${domain}] } }
  All: { Type: AWS::Route53Resolver::FirewallDomainList, Properties: { Domains: ['*'] } }
  Rules: { Type: AWS::Route53Resolver::FirewallRuleGroup, Properties: { FirewallRules: [
    { Action: ALLOW, FirewallDomainListId: !GetAtt Ours.Id, Priority: 1 },
    { Action: BLOCK, BlockResponse: NODATA, FirewallDomainListId: !GetAtt All.Id, Priority: 2 } ] } }
  Used: { Type: AWS::Route53Resolver::FirewallRuleGroupAssociation, Properties: { FirewallRuleGroupId: !Ref Rules, Priority: 101, VpcId: !Ref Vpc } }`);
    const reach = inTheWorld(app, () =>
      mayReachService(placementOf(find(app, 'Orders'))!, endpointServicesOf('sqs')!, app),
    );
    expect(reach.holds).toBe(expected);
  });

  test('the endpoints that serve a subnet are gateways of its table and interfaces of its VPC', () => {
    const app = applicationOf(
      `Resources:${network}${open}${gateway('s3')}${interfaceOf('sqs').replace('Endpoint:', 'Queues:')}`,
    );
    const serving = (subnet: string) =>
      inTheWorld(app, () => endpointsServing(find(app, subnet), app).map(({ type, service }) => `${type} ${service}`));
    expect(serving('Code')).toEqual(['Gateway s3', 'Interface sqs']);
    expect(serving('Data')).toEqual(['Interface sqs']);
  });
});
