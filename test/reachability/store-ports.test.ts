import { ask } from './pieces';
import { mayConnect, placementOf } from '../../src/reachability';
import { portOf } from '../../src/reachability/store-ports';
import { applicationOf, find } from '../template/templates';

describe('a store answers on', () => {
  test.each<[number | undefined, string]>([
    [3306, 'Type: AWS::RDS::DBInstance, Properties: { Engine: mysql }'],
    [5432, 'Type: AWS::RDS::DBInstance, Properties: { Engine: postgres }'],
    [1521, 'Type: AWS::RDS::DBInstance, Properties: { Engine: oracle-ee-cdb }'],
    [1433, 'Type: AWS::RDS::DBInstance, Properties: { Engine: sqlserver-web }'],
    [undefined, 'Type: AWS::RDS::DBInstance, Properties: { Engine: aurora-postgresql }'],
    [undefined, 'Type: AWS::RDS::DBInstance, Properties: { Engine: !Ref Anything }'],
    [undefined, 'Type: AWS::RDS::DBInstance, Properties: { DBSnapshotIdentifier: x }'],
    [9000, "Type: AWS::RDS::DBInstance, Properties: { Engine: mysql, Port: '9000' }"],
    [undefined, 'Type: AWS::RDS::DBInstance, Properties: { Engine: mysql, Port: !Ref Anything }'],
    [3306, 'Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-mysql }'],
    [undefined, 'Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-postgresql }'],
    [27_017, 'Type: AWS::DocDB::DBCluster'],
    [8183, 'Type: AWS::Neptune::DBCluster, Properties: { DBPort: 8183 }'],
    [8182, 'Type: AWS::Neptune::DBCluster'],
    [5439, 'Type: AWS::Redshift::Cluster'],
    [11_211, 'Type: AWS::ElastiCache::CacheCluster, Properties: { Engine: memcached }'],
    [6379, 'Type: AWS::ElastiCache::ReplicationGroup'],
    [6379, 'Type: AWS::ElastiCache::ServerlessCache, Properties: { Engine: valkey }'],
    [6379, 'Type: AWS::MemoryDB::Cluster'],
    [undefined, 'Type: AWS::S3::Bucket'],
  ])('%p: %s', (port, store) => {
    const app = applicationOf(`
Parameters: { Anything: { Type: String } }
Resources:
  Store: { ${store} }`);
    expect(ask(app, () => portOf(find(app, 'Store')))).toBe(port);
  });
});

describe('a connection to the port of a store', () => {
  const scene = (engine: string, out: string, into = out) => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Subnets: { Type: AWS::RDS::DBSubnetGroup, Properties: { SubnetIds: [!Ref Subnet] } }
  Code: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, SecurityGroupEgress: [{ IpProtocol: icmp, FromPort: 252, ToPort: 86, CidrIp: 255.255.255.255/32 }] } }
  Data: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc } }
  Out: { Type: AWS::EC2::SecurityGroupEgress, Properties: { GroupId: !Ref Code, DestinationSecurityGroupId: !Ref Data, IpProtocol: tcp, ${out} } }
  In: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Ref Data, SourceSecurityGroupId: !Ref Code, IpProtocol: tcp, ${into} } }
  Store: { Type: AWS::RDS::DBCluster, Properties: { Engine: ${engine}, DBSubnetGroupName: !Ref Subnets, VpcSecurityGroupIds: [!Ref Data] } }
  Other: { Type: AWS::RDS::DBCluster, Properties: { Engine: ${engine} } }
  Fn: { Type: AWS::Lambda::Function, Properties: { VpcConfig: { SubnetIds: [!Ref Subnet], SecurityGroupIds: [!Ref Code] } } }
`;
  const portsOf = (store: string) => `FromPort: !GetAtt ${store}.Endpoint.Port, ToPort: !GetAtt ${store}.Endpoint.Port`;
  const written = (port: number) => `FromPort: ${port}, ToPort: ${port}`;

  test.each<[string, string, number | 'own', string]>([
    ['whose number is documented', scene('aurora-mysql', portsOf('Store')), 3306, 'yes'],
    ['whose number is documented, and another one is asked for', scene('aurora-mysql', portsOf('Store')), 5432, 'no'],
    [
      'that is written on one side, and an attribute on the other',
      scene('aurora-mysql', written(3306), portsOf('Store')),
      'own',
      'yes',
    ],
    ['that is another one', scene('aurora-mysql', written(5432)), 'own', 'no'],
    ['whose number nobody knows, on both sides', scene('aurora-postgresql', portsOf('Store')), 'own', 'yes'],
    ['whose number nobody knows, by its number', scene('aurora-postgresql', portsOf('Store')), 5432, 'unknown'],
    [
      'whose number nobody knows, where a number is written',
      scene('aurora-postgresql', portsOf('Store'), written(5432)),
      'own',
      'unknown',
    ],
    [
      'whose number nobody knows, where all are let through',
      scene('aurora-postgresql', 'FromPort: 0, ToPort: 65535'),
      'own',
      'yes',
    ],
    ['that is that of another store', scene('aurora-postgresql', portsOf('Other')), 'own', 'unknown'],
  ])('%s', (_, template, port, expected) => {
    const app = applicationOf(template);
    const reach = ask(app, () =>
      mayConnect(placementOf(find(app, 'Fn'))!, placementOf(find(app, 'Store'))!, port, app),
    );
    expect(reach.holds).toBe(expected);
  });
});
