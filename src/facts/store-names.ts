/**
 * The names that AWS gives to stores in a VPC, with `<region>`, by the type of their resource. AWS answers for these
 * domains: a query for one of them tells nothing to anybody else.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.Endpoints.html
 * @see https://docs.aws.amazon.com/documentdb/latest/developerguide/endpoints.html
 * @see https://docs.aws.amazon.com/neptune/latest/userguide/feature-overview-endpoints.html
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Endpoints.html
 * @see https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html
 */
export const storeNames: Readonly<Record<string, string>> = {
  'AWS::RDS::DBCluster': '*.<region>.rds.amazonaws.com',
  'AWS::RDS::DBInstance': '*.<region>.rds.amazonaws.com',
  'AWS::RDS::DBProxy': '*.<region>.rds.amazonaws.com',
  'AWS::DocDB::DBCluster': '*.<region>.docdb.amazonaws.com',
  'AWS::Neptune::DBCluster': '*.<region>.neptune.amazonaws.com',
  'AWS::ElastiCache::CacheCluster': '*.cache.amazonaws.com',
  'AWS::ElastiCache::ReplicationGroup': '*.cache.amazonaws.com',
  'AWS::ElastiCache::ServerlessCache': '*.cache.amazonaws.com',
  'AWS::MemoryDB::Cluster': '*.memorydb.<region>.amazonaws.com',
  'AWS::DAX::Cluster': '*.dax-clusters.<region>.amazonaws.com',
  'AWS::MSK::Cluster': '*.kafka.<region>.amazonaws.com',
  'AWS::MSK::ServerlessCluster': '*.kafka-serverless.<region>.amazonaws.com',
  'AWS::OpenSearchService::Domain': '*.<region>.es.amazonaws.com',
  'AWS::Redshift::Cluster': '*.<region>.redshift.amazonaws.com',
  'AWS::EFS::FileSystem': '*.efs.<region>.amazonaws.com',
};
