/**
 * The names that AWS gives to stores in a VPC, with `<region>`, by the type of their resource. AWS answers for these
 * domains: a query for one of them tells nothing to anybody else.
 *
 * Each was compared in November 2026 with the pages below, and with addresses that people published of stores of theirs.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.Endpoints.html
 * @see https://docs.aws.amazon.com/documentdb/latest/developerguide/endpoints.html
 * @see https://docs.aws.amazon.com/neptune/latest/userguide/feature-overview-endpoints.html
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Endpoints.html
 * @see https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html
 * @see https://docs.aws.amazon.com/memorydb/latest/devguide/endpoints.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.concepts.cluster.html
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-get-bootstrap-brokers.html
 * @see https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-connecting.html
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-creating-configuring-broker.html
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
  'AWS::RedshiftServerless::Workgroup': '*.<region>.redshift-serverless.amazonaws.com',
  'AWS::DocDBElastic::Cluster': '*.<region>.docdb-elastic.amazonaws.com',
  'AWS::AmazonMQ::Broker': '*.mq.<region>.on.aws',
  'AWS::EFS::FileSystem': '*.efs.<region>.amazonaws.com',
};

/** Names that some of these stores have beside or instead: older brokers, and domains that answer over IPv6 too. */
export const furtherStoreNames: Readonly<Record<string, string>> = {
  'AWS::AmazonMQ::Broker': '*.mq.<region>.amazonaws.com',
  'AWS::OpenSearchService::Domain': '*.aos.<region>.on.aws',
};
