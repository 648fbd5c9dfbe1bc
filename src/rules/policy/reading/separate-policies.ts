/** Policies of resources that strangers reach over the network, written beside them. */
export const separatePolicies = [
  'AWS::S3::BucketPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::SNS::TopicPolicy',
  'AWS::SecretsManager::ResourcePolicy',
];
