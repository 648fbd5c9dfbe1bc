import { through } from './request';
import type { Context } from './request';

/** What somebody tries who runs code as the role. */
export interface Attack {
  readonly name: string;
  readonly actions: readonly string[];
  /** On every resource of the type in the app, or on an ARN. */
  readonly on: string;
  readonly below?: string;
  readonly context?: Context;
}

const account = '${AWS::Region}:${AWS::AccountId}';
const otherParameter = `arn:\${AWS::Partition}:ssm:${account}:parameter/other/password`;

/** The standard list: none of them works, whatever was granted for another purpose. */
export const attacks: readonly Attack[] = [
  // secrets and parameters
  { name: 'read a secret', actions: ['secretsmanager:GetSecretValue'], on: 'AWS::SecretsManager::Secret' },
  {
    name: 'change or destroy a secret',
    actions: ['secretsmanager:PutSecretValue', 'secretsmanager:DeleteSecret', 'secretsmanager:PutResourcePolicy'],
    on: 'AWS::SecretsManager::Secret',
  },
  {
    name: 'read another parameter',
    actions: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParameterHistory', 'ssm:GetParametersByPath'],
    on: otherParameter,
  },
  { name: 'change a parameter', actions: ['ssm:PutParameter', 'ssm:DeleteParameter'], on: otherParameter },

  // objects
  { name: 'read another prefix', actions: ['s3:GetObject'], on: 'AWS::S3::Bucket', below: '/private/a.pdf' },
  { name: 'write another prefix', actions: ['s3:PutObject'], on: 'AWS::S3::Bucket', below: '/private/a.pdf' },
  { name: 'read old versions', actions: ['s3:GetObjectVersion'], on: 'AWS::S3::Bucket', below: '/in/a.pdf' },
  { name: 'delete objects', actions: ['s3:DeleteObject'], on: 'AWS::S3::Bucket', below: '/in/a.pdf' },
  { name: 'destroy versions', actions: ['s3:DeleteObjectVersion'], on: 'AWS::S3::Bucket', below: '/in/a.pdf' },
  {
    name: 'open objects',
    actions: ['s3:PutObjectAcl', 's3:PutObjectVersionAcl', 's3:BypassGovernanceRetention'],
    on: 'AWS::S3::Bucket',
    below: '/in/a.pdf',
  },
  { name: 'list a bucket', actions: ['s3:ListBucket', 's3:ListBucketVersions'], on: 'AWS::S3::Bucket' },
  {
    name: 'change who gets into a bucket',
    actions: [
      's3:PutBucketPolicy',
      's3:DeleteBucketPolicy',
      's3:PutBucketAcl',
      's3:PutBucketPublicAccessBlock',
      's3:PutBucketCORS',
      's3:PutBucketOwnershipControls',
    ],
    on: 'AWS::S3::Bucket',
  },
  {
    name: 'copy or lose what is in a bucket',
    actions: [
      's3:PutReplicationConfiguration',
      's3:PutLifecycleConfiguration',
      's3:PutBucketVersioning',
      's3:PutBucketNotification',
      's3:PutEncryptionConfiguration',
      's3:DeleteBucket',
    ],
    on: 'AWS::S3::Bucket',
  },

  // items
  ...['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'].flatMap((on): Attack[] => [
    {
      name: "read another tenant's items",
      actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem', 'dynamodb:PartiQLSelect'],
      on,
      context: { 'dynamodb:LeadingKeys': ['TENANT#other'], 'dynamodb:Attributes': ['pk'], 'dynamodb:Select': 'COUNT' },
    },
    {
      name: "read another tenant's items beside one's own",
      actions: ['dynamodb:BatchGetItem'],
      on,
      context: { 'dynamodb:LeadingKeys': ['TENANT#42', 'TENANT#other'] },
    },
    {
      name: "change another tenant's items",
      actions: [
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:BatchWriteItem',
        'dynamodb:PartiQLInsert',
        'dynamodb:PartiQLUpdate',
      ],
      on,
      context: { 'dynamodb:LeadingKeys': ['TENANT#other'] },
    },
    {
      name: 'delete items',
      actions: ['dynamodb:DeleteItem', 'dynamodb:BatchWriteItem', 'dynamodb:PartiQLDelete'],
      on,
      context: { 'dynamodb:LeadingKeys': ['TENANT#42'] },
    },
    { name: 'scan a table', actions: ['dynamodb:Scan'], on },
    { name: 'scan a table with PartiQL', actions: ['dynamodb:PartiQLSelect'], on },
    {
      name: 'copy a table',
      actions: [
        'dynamodb:CreateBackup',
        'dynamodb:ExportTableToPointInTime',
        'dynamodb:EnableKinesisStreamingDestination',
        'dynamodb:RestoreTableToPointInTime',
      ],
      on,
    },
    {
      name: 'read the stream of a table',
      actions: ['dynamodb:GetRecords'],
      on,
      below: '/stream/2026-01-01T00:00:00.000',
    },
    {
      name: 'change or destroy a table',
      actions: [
        'dynamodb:UpdateTable',
        'dynamodb:DeleteTable',
        'dynamodb:PutResourcePolicy',
        'dynamodb:UpdateTimeToLive',
        'dynamodb:UpdateContinuousBackups',
      ],
      on,
    },
  ]),

  // messages, events and executions
  { name: 'receive messages', actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'], on: 'AWS::SQS::Queue' },
  { name: 'send messages', actions: ['sqs:SendMessage'], on: 'AWS::SQS::Queue' },
  {
    name: 'change or empty a queue',
    actions: [
      'sqs:SetQueueAttributes',
      'sqs:AddPermission',
      'sqs:PurgeQueue',
      'sqs:DeleteQueue',
      'sqs:StartMessageMoveTask',
    ],
    on: 'AWS::SQS::Queue',
  },
  { name: 'publish to a topic', actions: ['sns:Publish'], on: 'AWS::SNS::Topic' },
  { name: 'publish to a phone', actions: ['sns:Publish'], on: '*' },
  { name: 'subscribe to a topic', actions: ['sns:Subscribe'], on: 'AWS::SNS::Topic' },
  {
    name: 'change or destroy a topic',
    actions: ['sns:SetTopicAttributes', 'sns:AddPermission', 'sns:DeleteTopic', 'sns:PutDataProtectionPolicy'],
    on: 'AWS::SNS::Topic',
  },
  {
    name: 'put events of another source',
    actions: ['events:PutEvents'],
    on: 'AWS::Events::EventBus',
    context: { 'events:source': ['com.example.payments'], 'events:detail-type': ['OrderPlaced'] },
  },
  {
    name: "put events of another source beside one's own",
    actions: ['events:PutEvents'],
    on: 'AWS::Events::EventBus',
    context: {
      'events:source': ['com.example.orders', 'com.example.payments'],
      'events:detail-type': ['OrderPlaced', 'OrderPlaced'],
    },
  },
  { name: 'put events without a source', actions: ['events:PutEvents'], on: 'AWS::Events::EventBus' },
  {
    name: 'change a bus',
    actions: ['events:PutPermission', 'events:DeleteEventBus', 'events:UpdateEventBus'],
    on: 'AWS::Events::EventBus',
  },
  {
    name: 'change where events go',
    actions: ['events:PutRule', 'events:PutTargets', 'events:DeleteRule', 'events:DisableRule'],
    on: `arn:\${AWS::Partition}:events:${account}:rule/other`,
  },
  {
    name: 'start an execution',
    actions: ['states:StartExecution', 'states:StartSyncExecution'],
    on: 'AWS::StepFunctions::StateMachine',
  },
  {
    name: 'change or look into a state machine',
    actions: [
      'states:UpdateStateMachine',
      'states:DeleteStateMachine',
      'states:DescribeStateMachine',
      'states:ListExecutions',
    ],
    on: 'AWS::StepFunctions::StateMachine',
  },
  {
    name: 'stop or look into executions of others',
    actions: [
      'states:StopExecution',
      'states:DescribeExecution',
      'states:GetExecutionHistory',
      'states:RedriveExecution',
    ],
    on: `arn:\${AWS::Partition}:states:${account}:execution:other:1`,
  },
  { name: 'read a stream', actions: ['kinesis:GetRecords', 'kinesis:GetShardIterator'], on: 'AWS::Kinesis::Stream' },
  { name: 'put records', actions: ['kinesis:PutRecord', 'kinesis:PutRecords'], on: 'AWS::Kinesis::Stream' },
  {
    name: 'change a stream',
    actions: [
      'kinesis:DeleteStream',
      'kinesis:StopStreamEncryption',
      'kinesis:PutResourcePolicy',
      'kinesis:MergeShards',
    ],
    on: 'AWS::Kinesis::Stream',
  },
  {
    name: 'make or change schedules of others',
    actions: [
      'scheduler:CreateSchedule',
      'scheduler:UpdateSchedule',
      'scheduler:DeleteSchedule',
      'scheduler:GetSchedule',
    ],
    on: `arn:\${AWS::Partition}:scheduler:${account}:schedule/other/1`,
  },

  // functions
  {
    name: 'invoke a function',
    actions: ['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl'],
    on: 'AWS::Lambda::Function',
    context: { 'lambda:FunctionUrlAuthType': 'AWS_IAM', 'lambda:InvokedViaFunctionUrl': 'true' },
  },
  {
    name: 'change a function, its own too',
    actions: [
      'lambda:UpdateFunctionCode',
      'lambda:UpdateFunctionConfiguration',
      'lambda:AddPermission',
      'lambda:CreateFunctionUrlConfig',
      'lambda:PutFunctionConcurrency',
      'lambda:PutFunctionEventInvokeConfig',
      'lambda:PutRuntimeManagementConfig',
      'lambda:DeleteFunction',
      'lambda:GetFunction',
      'lambda:TagResource',
    ],
    on: 'AWS::Lambda::Function',
  },
  {
    name: 'publish a layer',
    actions: ['lambda:PublishLayerVersion', 'lambda:AddLayerVersionPermission'],
    on: `arn:\${AWS::Partition}:lambda:${account}:layer:other:1`,
  },
  { name: 'read from a source of events', actions: ['lambda:CreateEventSourceMapping'], on: '*' },

  // identities
  ...['lambda', 'ec2', 'scheduler', 'states'].map((service): Attack => ({
    name: `pass a role to ${service}`,
    actions: ['iam:PassRole'],
    on: 'AWS::IAM::Role',
    context: { 'iam:PassedToService': `${service}.amazonaws.com` },
  })),
  {
    name: 'assume a role',
    actions: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
    on: 'AWS::IAM::Role',
  },
  {
    name: 'widen a role, its own too',
    actions: [
      'iam:PutRolePolicy',
      'iam:AttachRolePolicy',
      'iam:DetachRolePolicy',
      'iam:DeleteRolePolicy',
      'iam:UpdateAssumeRolePolicy',
      'iam:DeleteRolePermissionsBoundary',
      'iam:PutRolePermissionsBoundary',
      'iam:TagRole',
    ],
    on: 'AWS::IAM::Role',
  },
  {
    name: 'become a user',
    actions: [
      'iam:CreateAccessKey',
      'iam:CreateLoginProfile',
      'iam:PutUserPolicy',
      'iam:AttachUserPolicy',
      'iam:AddUserToGroup',
    ],
    on: 'AWS::IAM::User',
  },
  {
    name: 'make somebody',
    actions: ['iam:CreateUser', 'iam:CreateRole'],
    on: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:user/other',
  },
  { name: 'get a session that lasts', actions: ['sts:GetFederationToken', 'sts:GetSessionToken'], on: '*' },
  {
    name: 'change a managed policy',
    actions: ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'],
    on: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/other',
  },

  // keys
  {
    name: 'use a key directly',
    actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
    on: 'AWS::KMS::Key',
  },
  {
    name: 'use a key directly',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    on: 'AWS::KMS::Key',
    context: { 'kms:EncryptionContext:aws:s3:arn': '<Bucket>/in/a.pdf' },
  },
  {
    name: 'use a key directly',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    on: 'AWS::KMS::Key',
    context: {
      'kms:EncryptionContext:aws:dynamodb:tableName': '<Table:Ref>',
      'kms:EncryptionContext:aws:dynamodb:subscriberId': '${AWS::AccountId}',
    },
  },
  {
    name: 'use a key for a secret',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    on: 'AWS::KMS::Key',
    context: through('secretsmanager', { SecretARN: '<OtherSecret>' }),
  },
  {
    name: 'use a key for the objects of another bucket',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    on: 'AWS::KMS::Key',
    context: through('s3', { 'aws:s3:arn': '<OtherBucket>/in/a.pdf' }),
  },
  {
    name: 'use a key for another table',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    on: 'AWS::KMS::Key',
    context: through('dynamodb', {
      'aws:dynamodb:tableName': '<OtherTable:Ref>',
      'aws:dynamodb:subscriberId': '${AWS::AccountId}',
    }),
  },
  {
    name: 'use a key for the environment of a function',
    actions: ['kms:Decrypt'],
    on: 'AWS::KMS::Key',
    context: through('lambda', { 'aws:lambda:FunctionArn': '<OtherFunction>' }),
  },
  {
    name: 'hand out, disable or destroy a key',
    actions: [
      'kms:CreateGrant',
      'kms:PutKeyPolicy',
      'kms:DisableKey',
      'kms:ScheduleKeyDeletion',
      'kms:DisableKeyRotation',
      'kms:DeleteImportedKeyMaterial',
      'kms:UpdateAlias',
    ],
    on: 'AWS::KMS::Key',
  },

  // traces
  {
    name: 'delete or change a log group, its own too',
    actions: [
      'logs:DeleteLogGroup',
      'logs:DeleteLogStream',
      'logs:DeleteRetentionPolicy',
      'logs:PutRetentionPolicy',
      'logs:DisassociateKmsKey',
      'logs:PutSubscriptionFilter',
      'logs:DeleteSubscriptionFilter',
      'logs:PutResourcePolicy',
    ],
    on: 'AWS::Logs::LogGroup',
  },
  {
    name: 'read logs',
    actions: ['logs:FilterLogEvents', 'logs:StartQuery', 'logs:CreateExportTask'],
    on: 'AWS::Logs::LogGroup',
  },
  {
    name: 'write into the stream of somebody else',
    actions: ['logs:PutLogEvents'],
    on: `arn:\${AWS::Partition}:logs:${account}:log-group:other:log-stream:other`,
  },
  {
    name: 'stop the trail',
    actions: [
      'cloudtrail:StopLogging',
      'cloudtrail:DeleteTrail',
      'cloudtrail:PutEventSelectors',
      'cloudtrail:UpdateTrail',
    ],
    on: `arn:\${AWS::Partition}:cloudtrail:${account}:trail/other`,
  },
  { name: 'turn access logs off', actions: ['s3:PutBucketLogging'], on: 'AWS::S3::Bucket' },
  {
    name: 'turn detection off',
    actions: ['guardduty:DeleteDetector', 'guardduty:UpdateDetector'],
    on: `arn:\${AWS::Partition}:guardduty:${account}:detector/12abc34d567e8fa901bc2d34e56789f0`,
  },
  {
    name: 'turn recording off',
    actions: [
      'config:StopConfigurationRecorder',
      'config:DeleteConfigurationRecorder',
      'securityhub:DisableSecurityHub',
    ],
    on: '*',
  },
  {
    name: 'silence an alarm',
    actions: ['cloudwatch:DisableAlarmActions', 'cloudwatch:DeleteAlarms', 'cloudwatch:SetAlarmState'],
    on: `arn:\${AWS::Partition}:cloudwatch:${account}:alarm:other`,
  },
  {
    name: 'put metrics of others',
    actions: ['cloudwatch:PutMetricData'],
    on: '*',
    context: { 'cloudwatch:namespace': 'Other' },
  },

  // configuration and machines
  {
    name: 'read the configuration of others',
    actions: ['appconfig:GetLatestConfiguration', 'appconfig:StartConfigurationSession'],
    on: `arn:\${AWS::Partition}:appconfig:${account}:application/other/environment/other/configuration/other`,
  },
  {
    name: 'run code on an instance',
    actions: ['ssm:SendCommand', 'ssm:StartSession'],
    on: `arn:\${AWS::Partition}:ec2:${account}:instance/i-1`,
  },
  { name: 'start an instance', actions: ['ec2:RunInstances'], on: `arn:\${AWS::Partition}:ec2:${account}:instance/*` },
  {
    name: 'change a stack',
    actions: ['cloudformation:UpdateStack', 'cloudformation:CreateChangeSet'],
    on: `arn:\${AWS::Partition}:cloudformation:${account}:stack/other/1`,
  },
];
