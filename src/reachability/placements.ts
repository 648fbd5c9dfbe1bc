import type { Application, Resource, Value } from '../template';

/** Where something is in a VPC: in one of these subnets at a time, with all of these groups. */
export interface Placement {
  readonly resource: Resource;
  readonly subnets: readonly Value[];
  readonly groups: readonly Value[];
  /** Whether its network interfaces may have a public address of IPv4. */
  readonly hasPublicAddress: boolean;
}

interface Place {
  readonly subnets: string;
  readonly groups: string;
  /** The property that names a group of subnets, and the property of that group. */
  readonly subnetGroup?: readonly [property: string, subnets: string];
}

const bySubnetGroup = (property: string, groups: string, subnets = 'SubnetIds'): Place => ({
  subnets: property,
  groups,
  subnetGroup: [property, subnets],
});

/** Code of functions, by type: what has the subnets and security groups. */
export const functionPlaces: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'VpcConfig',
  'AWS::Lambda::CapacityProvider': 'VpcConfig',
  'AWS::Lambda::NetworkConnector': 'Configuration.VpcEgressConfiguration',
};

/** Data stores and what stands before them, by type. */
const storePlaces: Readonly<Record<string, Place>> = {
  'AWS::RDS::DBInstance': bySubnetGroup('DBSubnetGroupName', 'VPCSecurityGroups'),
  'AWS::RDS::DBCluster': bySubnetGroup('DBSubnetGroupName', 'VpcSecurityGroupIds'),
  'AWS::RDS::DBProxy': { subnets: 'VpcSubnetIds', groups: 'VpcSecurityGroupIds' },
  'AWS::DocDB::DBCluster': bySubnetGroup('DBSubnetGroupName', 'VpcSecurityGroupIds'),
  'AWS::DocDBElastic::Cluster': { subnets: 'SubnetIds', groups: 'VpcSecurityGroupIds' },
  'AWS::Neptune::DBCluster': bySubnetGroup('DBSubnetGroupName', 'VpcSecurityGroupIds'),
  'AWS::Redshift::Cluster': bySubnetGroup('ClusterSubnetGroupName', 'VpcSecurityGroupIds'),
  'AWS::RedshiftServerless::Workgroup': { subnets: 'SubnetIds', groups: 'SecurityGroupIds' },
  'AWS::ElastiCache::CacheCluster': bySubnetGroup('CacheSubnetGroupName', 'VpcSecurityGroupIds'),
  'AWS::ElastiCache::ReplicationGroup': bySubnetGroup('CacheSubnetGroupName', 'SecurityGroupIds'),
  'AWS::ElastiCache::ServerlessCache': { subnets: 'SubnetIds', groups: 'SecurityGroupIds' },
  'AWS::MemoryDB::Cluster': bySubnetGroup('SubnetGroupName', 'SecurityGroupIds'),
  'AWS::DAX::Cluster': bySubnetGroup('SubnetGroupName', 'SecurityGroupIds'),
  'AWS::EFS::MountTarget': { subnets: 'SubnetId', groups: 'SecurityGroups' },
  'AWS::OpenSearchService::Domain': { subnets: 'VPCOptions.SubnetIds', groups: 'VPCOptions.SecurityGroupIds' },
  'AWS::OpenSearchServerless::VpcEndpoint': { subnets: 'SubnetIds', groups: 'SecurityGroupIds' },
  'AWS::MSK::Cluster': {
    subnets: 'BrokerNodeGroupInfo.ClientSubnets',
    groups: 'BrokerNodeGroupInfo.SecurityGroups',
  },
  'AWS::AmazonMQ::Broker': { subnets: 'SubnetIds', groups: 'SecurityGroups' },
};

/** The types of what holds data in a VPC. */
export const storeTypes = Object.keys(storePlaces);

/** Where a function, a data store or an endpoint is; `undefined` where it is in no VPC that the template names. */
export function placementOf(resource: Resource): Placement | undefined {
  const place = placeOf(resource.type);
  if (!place) return undefined;
  const subnets = subnetsOf(resource, place);
  const groups = resource.read(place.groups).items;
  if (subnets.length === 0) return undefined;
  // An instance of a capacity provider gets a public address where its subnet gives one.
  const hasPublicAddress = resource.is('AWS::Lambda::CapacityProvider') && subnets.some(givesPublicAddresses);
  return { resource, subnets, groups, hasPublicAddress };
}

function placeOf(type: string): Place | undefined {
  const config = functionPlaces[type];
  if (config !== undefined) return { subnets: `${config}.SubnetIds`, groups: `${config}.SecurityGroupIds` };
  if (type === 'AWS::EC2::VPCEndpoint') return { subnets: 'SubnetIds', groups: 'SecurityGroupIds' };
  return storePlaces[type];
}

function subnetsOf(resource: Resource, { subnets, subnetGroup }: Place): readonly Value[] {
  const named = resource.read(subnets);
  if (!subnetGroup || named.isAbsent) return named.items;
  return named.target ? named.target.read(subnetGroup[1]).items : [named];
}

function givesPublicAddresses({ target }: Value): boolean {
  return target?.read('MapPublicIpOnLaunch').isTrue ?? false;
}

/** The VPC that a subnet, a group or an endpoint is in, as something to compare: a resource, or an id. */
export function vpcOf(resource: Resource): Resource | string | undefined {
  const vpc = resource.read('VpcId');
  return vpc.target ?? (vpc.isKnown ? vpc.text : undefined);
}

/** The subnets of the app that a VPC has. */
export function subnetsOfVpc(vpc: Resource, app: Application): readonly Resource[] {
  return app.attachedTo(vpc, 'AWS::EC2::Subnet', 'VpcId');
}
