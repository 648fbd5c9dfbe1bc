/** The port of a store that says none, or by its engine which; `*` is any other engine. */
type DefaultPort = number | Readonly<Record<string, number>>;

const ofCaches = { memcached: 11_211, '*': 6379 };

/**
 * The ports on which stores answer where the template says none.
 *
 * Not of clusters of RDS with the engine of PostgreSQL: CloudFormation documents 3306 for them, and the API 5432.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html#cfn-rds-dbcluster-port
 * @see https://docs.aws.amazon.com/documentdb/latest/developerguide/API_CreateDBCluster.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-neptune-dbcluster.html#cfn-neptune-dbcluster-dbport
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-redshift-cluster.html#cfn-redshift-cluster-port
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/nodes-connecting.html
 * @see https://docs.aws.amazon.com/memorydb/latest/APIReference/API_CreateCluster.html
 */
export const defaultPorts: Readonly<Record<string, DefaultPort>> = {
  'AWS::RDS::DBInstance': {
    mysql: 3306,
    mariadb: 3306,
    postgres: 5432,
    oracle: 1521,
    sqlserver: 1433,
    db2: 50_000,
  },
  'AWS::RDS::DBCluster': { 'aurora-mysql': 3306, aurora: 3306, mysql: 3306 },
  'AWS::DocDB::DBCluster': 27_017,
  'AWS::Neptune::DBCluster': 8182,
  'AWS::Redshift::Cluster': 5439,
  'AWS::ElastiCache::CacheCluster': ofCaches,
  'AWS::ElastiCache::ReplicationGroup': ofCaches,
  'AWS::ElastiCache::ServerlessCache': ofCaches,
  'AWS::MemoryDB::Cluster': 6379,
};
