/** Why no rule looks after a control. */
export const uncoveredControls: Readonly<Record<string, string>> = {
  S4: 'A parser that resolves entities is code of the function, which a template does not show.',
  S7: 'What a page does with what it is sent is code of the function and of the page; a template shows neither.',
  S8: 'What a function makes of serialized objects is its code. Bodies that are checked against a model first are `apigw-body-model`.',

  'DynamoDB.3':
    'DAX clusters (`AWS::DAX::Cluster`) run on nodes in a VPC and are no serverless resource; there are no rules for them.',
  'DynamoDB.7':
    'DAX clusters (`AWS::DAX::Cluster`) run on nodes in a VPC and are no serverless resource; there are no rules for them.',
  'EventBridge.3':
    'Asks for a policy on every bus. Without one the account itself may send and nobody else, which is stricter than most policies; those that are there are judged by `evb-bus-public` and `evb-bus-org`.',
  'IAM.4': 'A setting of the account: no template makes or removes an access key of the root user.',
  'IAM.5': 'Whether a user has activated a device, with codes of it, is known to the running account only.',
  'IAM.6': 'A setting of the account: no template gives the root user a device.',
  'IAM.7': 'A setting of the account, for which CloudFormation has no resource type.',
  'IAM.8': 'Whether credentials are used is known to the running account only.',
  'S3.1': 'A setting of the account, for which CloudFormation has no resource type. `s3-bpa` asks each bucket.',
  'S3.20': 'The root user sets it through the API with a code of the device; CloudFormation has no property for it.',
  'S3.25': 'Directory buckets (`AWS::S3Express::DirectoryBucket`) have no rules yet.',
  'SecretsManager.3': 'Whether a secret is used is known to the running account only.',
  'SSM.1': 'About EC2 instances, which no serverless application has.',
  'SSM.2': 'About EC2 instances, which no serverless application has.',
  'SSM.3': 'About EC2 instances, which no serverless application has.',
  'SSM.4': 'A document is shared through the API (`ModifyDocumentPermission`); CloudFormation has no property for it.',
  'SSM.6': 'A setting of the account, for which CloudFormation has no resource type.',
  'SSM.7': 'A setting of the account, for which CloudFormation has no resource type.',

  'CloudFront.12': 'Whether a bucket of another account or app still exists is known after deployment only.',
  'DocumentDB.3': 'A manual snapshot is made and shared through the API; CloudFormation has no resource type for it.',
  'Inspector.3': 'A setting of the account, for which CloudFormation has no resource type.',
  'Inspector.4': 'A setting of the account, for which CloudFormation has no resource type.',
  'NetworkFirewall.3':
    'A policy without rule groups does what its default actions say, which `nfw-uninspected` and `nfw-passes-all` judge: with `aws:drop_strict` it lets nothing through.',
  'NetworkFirewall.6':
    'An empty stateless group decides nothing; what the defaults then let through is what `nfw-uninspected` and `nfw-passes-all` judge.',
  'Macie.2': 'A setting of the account, for which CloudFormation has no resource type.',
};
