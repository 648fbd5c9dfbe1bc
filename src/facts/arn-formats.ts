/** How the ARN of a CloudFormation resource is put together. */
export interface ArnFormat {
  /** With `<name>` where the name or id of the resource stands. */
  readonly format: string;
  /** What `Ref` or the attribute is called that gives `<name>`. */
  readonly name: string;
  /** The property with which the template can decide the name. */
  readonly property?: string;
  /** What `Ref` or the attributes are called that give the ARN. @default - `Arn` */
  readonly arns?: readonly string[];
}

/**
 * By resource type, for what policies of serverless applications name.
 *
 * The formats are those of the service authorization reference, names and attributes those of the "Return values" of
 * each type in the CloudFormation template reference.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
export const arnFormats: Readonly<Record<string, ArnFormat>> = {
  'AWS::S3::Bucket': { format: 'arn:${AWS::Partition}:s3:::<name>', name: 'Ref', property: 'BucketName' },
  'AWS::SQS::Queue': { format: regional('sqs', '<name>'), name: 'QueueName', property: 'QueueName' },
  'AWS::SNS::Topic': {
    format: regional('sns', '<name>'),
    name: 'TopicName',
    property: 'TopicName',
    arns: ['Ref', 'TopicArn'],
  },
  'AWS::KMS::Key': { format: regional('kms', 'key/<name>'), name: 'Ref' },
  'AWS::IAM::Role': { format: global('iam', 'role/<name>'), name: 'Ref', property: 'RoleName' },
  'AWS::IAM::Group': { format: global('iam', 'group/<name>'), name: 'Ref', property: 'GroupName' },
  'AWS::IAM::ManagedPolicy': {
    format: global('iam', 'policy/<name>'),
    name: 'Ref',
    property: 'ManagedPolicyName',
    arns: ['Ref', 'PolicyArn'],
  },
  'AWS::CodeBuild::Project': { format: regional('codebuild', 'project/<name>'), name: 'Ref', property: 'Name' },
  'AWS::Glue::Job': { format: regional('glue', 'job/<name>'), name: 'Ref', property: 'Name', arns: [] },
  'AWS::IAM::User': { format: global('iam', 'user/<name>'), name: 'Ref', property: 'UserName' },
  'AWS::Lambda::Function': { format: regional('lambda', 'function:<name>'), name: 'Ref', property: 'FunctionName' },
  'AWS::DynamoDB::Table': { format: regional('dynamodb', 'table/<name>'), name: 'Ref', property: 'TableName' },
  'AWS::DynamoDB::GlobalTable': { format: regional('dynamodb', 'table/<name>'), name: 'Ref', property: 'TableName' },
  'AWS::Kinesis::Stream': { format: regional('kinesis', 'stream/<name>'), name: 'Ref', property: 'Name' },
  'AWS::Events::EventBus': { format: regional('events', 'event-bus/<name>'), name: 'Name', property: 'Name' },
  'AWS::Events::Rule': { format: regional('events', 'rule/<name>'), name: 'Ref' },
  'AWS::CloudWatch::Alarm': { format: regional('cloudwatch', 'alarm:<name>'), name: 'Ref', property: 'AlarmName' },
  'AWS::ECR::Repository': { format: regional('ecr', 'repository/<name>'), name: 'Ref', property: 'RepositoryName' },
  'AWS::Logs::LogGroup': { format: regional('logs', 'log-group:<name>:*'), name: 'Ref', property: 'LogGroupName' },
  'AWS::StepFunctions::StateMachine': {
    format: regional('states', 'stateMachine:<name>'),
    name: 'Name',
    property: 'StateMachineName',
    arns: ['Ref', 'Arn'],
  },
  'AWS::SecretsManager::Secret': {
    format: regional('secretsmanager', 'secret:<name>'),
    name: 'Ref',
    arns: ['Ref', 'Id'],
  },
  'AWS::KinesisFirehose::DeliveryStream': {
    format: regional('firehose', 'deliverystream/<name>'),
    name: 'Ref',
    property: 'DeliveryStreamName',
  },
  'AWS::S3::AccessPoint': { format: regional('s3', 'accesspoint/<name>'), name: 'Name', property: 'Name' },
  'AWS::EFS::FileSystem': { format: regional('elasticfilesystem', 'file-system/<name>'), name: 'Ref' },
  'AWS::Backup::BackupVault': {
    format: regional('backup', 'backup-vault:<name>'),
    name: 'Ref',
    property: 'BackupVaultName',
    arns: ['BackupVaultArn'],
  },
  'AWS::OpenSearchService::Domain': { format: regional('es', 'domain/<name>'), name: 'Ref', property: 'DomainName' },
  'AWS::EC2::Instance': { format: regional('ec2', 'instance/<name>'), name: 'Ref', arns: [] },
  'AWS::Glue::DevEndpoint': {
    format: regional('glue', 'devEndpoint/<name>'),
    name: 'Ref',
    property: 'EndpointName',
    arns: [],
  },
  'AWS::SageMaker::NotebookInstance': {
    format: regional('sagemaker', 'notebook-instance/<name>'),
    name: 'NotebookInstanceName',
    property: 'NotebookInstanceName',
    arns: ['Ref'],
  },
  'AWS::KinesisAnalyticsV2::Application': {
    format: regional('kinesisanalytics', 'application/<name>'),
    name: 'Ref',
    property: 'ApplicationName',
    arns: [],
  },
  'AWS::BedrockAgentCore::CodeInterpreterCustom': {
    format: regional('bedrock-agentcore', 'code-interpreter-custom/<name>'),
    name: 'CodeInterpreterId',
    arns: ['CodeInterpreterArn'],
  },
  'AWS::BedrockAgentCore::Runtime': {
    format: regional('bedrock-agentcore', 'runtime/<name>'),
    name: 'AgentRuntimeId',
    arns: ['AgentRuntimeArn'],
  },
  'AWS::CloudFront::Distribution': { format: global('cloudfront', 'distribution/<name>'), name: 'Ref', arns: [] },
};

function regional(service: string, resource: string): string {
  return `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${resource}`;
}

function global(service: string, resource: string): string {
  return `arn:\${AWS::Partition}:${service}::\${AWS::AccountId}:${resource}`;
}
