import type { Resource } from '../../../template';

/** What a data store in a VPC says about its network, by the names of its properties. */
interface StoreNetwork {
  readonly groups: string;
  readonly subnets: string;
  /** Where one of these is set, the store has the network of another one. */
  readonly takenFrom: readonly string[];
}

/**
 * Stores that CloudFormation makes without groups or subnets as well: then they get those of the VPC, or of the default VPC.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateServerlessCache.html
 * @see https://docs.aws.amazon.com/documentdb/latest/developerguide/API_CreateDBCluster.html
 * @see https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBCluster.html
 * @see https://docs.aws.amazon.com/memorydb/latest/APIReference/API_CreateCluster.html
 * @see https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html
 */
const networks: Readonly<Record<string, StoreNetwork>> = {
  'AWS::RDS::DBInstance': {
    groups: 'VPCSecurityGroups',
    subnets: 'DBSubnetGroupName',
    takenFrom: ['DBClusterIdentifier', 'SourceDBInstanceIdentifier', 'SourceDBClusterIdentifier', 'DBSecurityGroups'],
  },
  'AWS::RDS::DBCluster': {
    groups: 'VpcSecurityGroupIds',
    subnets: 'DBSubnetGroupName',
    takenFrom: ['SourceDBClusterIdentifier'],
  },
  'AWS::DocDB::DBCluster': {
    groups: 'VpcSecurityGroupIds',
    subnets: 'DBSubnetGroupName',
    takenFrom: ['SourceDBClusterIdentifier'],
  },
  'AWS::Neptune::DBCluster': {
    groups: 'VpcSecurityGroupIds',
    subnets: 'DBSubnetGroupName',
    takenFrom: ['SourceDBClusterIdentifier'],
  },
  'AWS::Redshift::Cluster': {
    groups: 'VpcSecurityGroupIds',
    subnets: 'ClusterSubnetGroupName',
    takenFrom: ['ClusterSecurityGroups'],
  },
  'AWS::RedshiftServerless::Workgroup': { groups: 'SecurityGroupIds', subnets: 'SubnetIds', takenFrom: [] },
  'AWS::ElastiCache::CacheCluster': {
    groups: 'VpcSecurityGroupIds',
    subnets: 'CacheSubnetGroupName',
    takenFrom: ['CacheSecurityGroupNames'],
  },
  'AWS::ElastiCache::ReplicationGroup': {
    groups: 'SecurityGroupIds',
    subnets: 'CacheSubnetGroupName',
    takenFrom: ['CacheSecurityGroupNames', 'PrimaryClusterId'],
  },
  'AWS::ElastiCache::ServerlessCache': { groups: 'SecurityGroupIds', subnets: 'SubnetIds', takenFrom: [] },
  'AWS::MemoryDB::Cluster': { groups: 'SecurityGroupIds', subnets: 'SubnetGroupName', takenFrom: [] },
};

export const storesWithDefaults = Object.keys(networks);

/** The properties of a store that name its groups and subnets; `undefined` where another store decides. */
export function networkOf(store: Resource): Pick<StoreNetwork, 'groups' | 'subnets'> | undefined {
  const network = networks[store.type];
  return network.takenFrom.every((property) => store.read(property).isAbsent) ? network : undefined;
}
