/** A statement of a managed policy, as AWS publishes it, with `${Partition}` where AWS writes the partition. */
export interface ManagedPolicyStatement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** As in JSON: by operator, by key. @default - none */
  readonly condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** A policy that AWS keeps, and may change at any time: the reason to write its statements out. */
export interface AwsManagedPolicy {
  /** With its path: `service-role/AWSLambdaBasicExecutionRole`. */
  readonly name: string;
  /** The version of the policy that the statements were copied from. */
  readonly version: string;
  readonly statements: readonly ManagedPolicyStatement[];
  readonly source: string;
}

const logs = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];

const tracing = [
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:GetSamplingStatisticSummaries',
];

const describedBesideTables = [
  'application-autoscaling:DescribeScalableTargets',
  'application-autoscaling:DescribeScalingActivities',
  'application-autoscaling:DescribeScalingPolicies',
  'cloudwatch:DescribeAlarmHistory',
  'cloudwatch:DescribeAlarms',
  'cloudwatch:DescribeAlarmsForMetric',
  'cloudwatch:GetMetricStatistics',
  'cloudwatch:ListMetrics',
  'cloudwatch:GetMetricData',
  'datapipeline:DescribeObjects',
  'datapipeline:DescribePipelines',
  'datapipeline:GetPipelineDefinition',
  'datapipeline:ListPipelines',
  'datapipeline:QueryObjects',
  'ec2:DescribeVpcs',
  'ec2:DescribeSubnets',
  'ec2:DescribeSecurityGroups',
  'iam:GetRole',
  'iam:ListRoles',
  'kms:DescribeKey',
  'kms:ListAliases',
  'sns:ListSubscriptionsByTopic',
  'sns:ListTopics',
  'lambda:ListFunctions',
  'lambda:ListEventSourceMappings',
  'lambda:GetFunctionConfiguration',
  'resource-groups:ListGroups',
  'resource-groups:ListGroupResources',
  'resource-groups:GetGroup',
  'resource-groups:GetGroupQuery',
  'tag:GetResources',
  'kinesis:ListStreams',
  'kinesis:DescribeStream',
  'kinesis:DescribeStreamSummary',
];

const contributorInsights = allow(
  ['cloudwatch:GetInsightRuleReport'],
  'arn:${Partition}:cloudwatch:*:*:insight-rule/DynamoDBContributorInsights*',
);

/** What CodeDeploy does with an alias. */
const shifting = [
  'cloudwatch:DescribeAlarms',
  'lambda:UpdateAlias',
  'lambda:GetAlias',
  'lambda:GetProvisionedConcurrencyConfig',
];

/** What CodeDeploy reads, and the functions that it asks whether all is well. */
const deploying = [
  allow(['s3:GetObject', 's3:GetObjectVersion'], 'arn:${Partition}:s3:::*/CodeDeploy/*'),
  allow(['s3:GetObject', 's3:GetObjectVersion'], '*', {
    StringEquals: { 's3:ExistingObjectTag/UseWithCodeDeploy': 'true' },
  }),
  allow(['lambda:InvokeFunction'], 'arn:${Partition}:lambda:*:*:function:CodeDeployHook_*'),
];

/** What the AWS managed policy reference guide publishes. @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html */
export const managedPolicies: readonly AwsManagedPolicy[] = [
  policy('service-role/AWSLambdaBasicExecutionRole', 'v1', allow(logs, '*')),
  policy(
    'service-role/AWSLambdaBasicDurableExecutionRolePolicy',
    'v1',
    allow([...logs, 'lambda:CheckpointDurableExecution', 'lambda:GetDurableExecutionState'], '*'),
  ),
  policy(
    'service-role/AWSLambdaVPCAccessExecutionRole',
    'v3',
    allow(
      [
        ...logs,
        'ec2:CreateNetworkInterface',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSubnets',
        'ec2:DeleteNetworkInterface',
        'ec2:AssignPrivateIpAddresses',
        'ec2:UnassignPrivateIpAddresses',
      ],
      '*',
    ),
  ),
  policy(
    'service-role/AWSLambdaMSKExecutionRole',
    'v2',
    allow(
      [
        'kafka:DescribeCluster',
        'kafka:DescribeClusterV2',
        'kafka:GetBootstrapBrokers',
        'ec2:CreateNetworkInterface',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeVpcs',
        'ec2:DeleteNetworkInterface',
        'ec2:DescribeSubnets',
        'ec2:DescribeSecurityGroups',
        ...logs,
      ],
      '*',
    ),
  ),
  policy(
    'service-role/AWSLambdaSQSQueueExecutionRole',
    'v1',
    allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', ...logs], '*'),
  ),
  policy(
    'service-role/AWSLambdaKinesisExecutionRole',
    'v2',
    allow(
      [
        'kinesis:DescribeStream',
        'kinesis:DescribeStreamSummary',
        'kinesis:GetRecords',
        'kinesis:GetShardIterator',
        'kinesis:ListShards',
        'kinesis:ListStreams',
        'kinesis:SubscribeToShard',
        ...logs,
      ],
      '*',
    ),
  ),
  policy(
    'service-role/AWSLambdaDynamoDBExecutionRole',
    'v1',
    allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams', ...logs],
      '*',
    ),
  ),
  policy(
    'service-role/AWSConfigRulesExecutionRole',
    'v3',
    allow(['s3:GetObject'], 'arn:${Partition}:s3:::*/AWSLogs/*/Config/*'),
    allow(
      ['config:Put*', 'config:Get*', 'config:List*', 'config:Describe*', 'config:BatchGet*', 'config:Select*'],
      '*',
    ),
  ),
  policy(
    'CloudWatchLambdaInsightsExecutionRolePolicy',
    'v1',
    allow(['logs:CreateLogGroup'], '*'),
    allow(['logs:CreateLogStream', 'logs:PutLogEvents'], 'arn:${Partition}:logs:*:*:log-group:/aws/lambda-insights:*'),
  ),
  policy('AWSXRayDaemonWriteAccess', 'v2', allow(tracing, '*')),
  policy(
    'AmazonElasticFileSystemClientReadWriteAccess',
    'v1',
    allow(
      ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite', 'elasticfilesystem:DescribeMountTargets'],
      '*',
    ),
  ),
  policy(
    'AmazonCodeGuruProfilerAgentAccess',
    'v3',
    allow(
      [
        'codeguru-profiler:ConfigureAgent',
        'codeguru-profiler:CreateProfilingGroup',
        'codeguru-profiler:PostAgentProfile',
      ],
      'arn:${Partition}:codeguru-profiler:*:*:profilingGroup/*',
    ),
  ),
  // What templates of serverless apps attach most often besides.
  policy(
    'AWSLambdaExecute',
    'v1',
    allow(['logs:*'], 'arn:${Partition}:logs:*:*:*'),
    allow(['s3:GetObject', 's3:PutObject'], 'arn:${Partition}:s3:::*'),
  ),
  policy('service-role/AWSLambdaRole', 'v1', allow(['lambda:InvokeFunction'], '*')),
  policy(
    'CloudWatchLogsFullAccess',
    'v3',
    allow(['logs:*', 'cloudwatch:GenerateQuery', 'cloudwatch:GenerateQueryResultsSummary'], '*'),
  ),
  policy('AWSXrayWriteOnlyAccess', 'v2', allow(tracing, '*')),
  policy('AmazonS3FullAccess', 'v2', allow(['s3:*', 's3-object-lambda:*'], '*')),
  policy(
    'AmazonS3ReadOnlyAccess',
    'v3',
    allow(['s3:Get*', 's3:List*', 's3:Describe*', 's3-object-lambda:Get*', 's3-object-lambda:List*'], '*'),
  ),
  policy('AmazonSQSFullAccess', 'v1', allow(['sqs:*'], '*')),
  policy(
    'AmazonSQSReadOnlyAccess',
    'v3',
    allow(
      [
        'sqs:GetQueueAttributes',
        'sqs:GetQueueUrl',
        'sqs:ListDeadLetterSourceQueues',
        'sqs:ListQueues',
        'sqs:ListMessageMoveTasks',
      ],
      '*',
    ),
  ),
  policy('AmazonSNSFullAccess', 'v1', allow(['sns:*'], '*')),
  policy('AmazonSESFullAccess', 'v1', allow(['ses:*'], '*')),
  policy('AmazonKinesisFullAccess', 'v1', allow(['kinesis:*'], '*')),
  policy('AmazonKinesisReadOnlyAccess', 'v1', allow(['kinesis:Get*', 'kinesis:List*', 'kinesis:Describe*'], '*')),
  policy('AmazonKinesisFirehoseFullAccess', 'v1', allow(['firehose:*'], '*')),
  policy('AWSStepFunctionsFullAccess', 'v1', allow(['states:*'], '*')),
  policy('AmazonSSMReadOnlyAccess', 'v1', allow(['ssm:Describe*', 'ssm:Get*', 'ssm:List*'], '*')),
  policy(
    'AmazonSSMFullAccess',
    'v4',
    allow(
      [
        'cloudwatch:PutMetricData',
        'ds:CreateComputer',
        'ds:DescribeDirectories',
        'ec2:DescribeInstanceStatus',
        'logs:*',
        'ssm:*',
        'ec2messages:*',
        'ssmmessages:CreateControlChannel',
        'ssmmessages:CreateDataChannel',
        'ssmmessages:OpenControlChannel',
        'ssmmessages:OpenDataChannel',
      ],
      '*',
    ),
    allow(['iam:CreateServiceLinkedRole'], linkedRoleOf('ssm.amazonaws.com/AWSServiceRoleForAmazonSSM*'), {
      StringLike: { 'iam:AWSServiceName': 'ssm.amazonaws.com' },
    }),
    allow(
      ['iam:DeleteServiceLinkedRole', 'iam:GetServiceLinkedRoleDeletionStatus'],
      linkedRoleOf('ssm.amazonaws.com/AWSServiceRoleForAmazonSSM*'),
    ),
  ),
  policy(
    'SecretsManagerReadWrite',
    'v6',
    allow(
      [
        'secretsmanager:*',
        'cloudformation:CreateChangeSet',
        'cloudformation:DescribeChangeSet',
        'cloudformation:DescribeStackResource',
        'cloudformation:DescribeStacks',
        'cloudformation:ExecuteChangeSet',
        'docdb-elastic:GetCluster',
        'docdb-elastic:ListClusters',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
        'kms:DescribeKey',
        'kms:ListAliases',
        'kms:ListKeys',
        'lambda:ListFunctions',
        'rds:DescribeDBClusters',
        'rds:DescribeDBInstances',
        'redshift:DescribeClusters',
        'redshift-serverless:ListWorkgroups',
        'redshift-serverless:GetNamespace',
        'tag:GetResources',
      ],
      '*',
    ),
    allow(
      [
        'lambda:AddPermission',
        'lambda:CreateFunction',
        'lambda:GetFunction',
        'lambda:InvokeFunction',
        'lambda:UpdateFunctionConfiguration',
      ],
      'arn:${Partition}:lambda:*:*:function:SecretsManager*',
    ),
    allow(
      ['serverlessrepo:CreateCloudFormationChangeSet', 'serverlessrepo:GetApplication'],
      'arn:${Partition}:serverlessrepo:*:*:applications/SecretsManager*',
    ),
    allow(['s3:GetObject'], 'arn:${Partition}:s3:::awsserverlessrepo-changesets*'),
    allow(['s3:GetObject'], 'arn:${Partition}:s3:::secrets-manager-rotation-apps-*/*'),
    allow(['cloudformation:TagResource', 'cloudformation:UntagResource'], '*', {
      StringEquals: { 'cloudformation:CreateAction': ['CreateChangeSet', 'ExecuteChangeSet'] },
    }),
  ),
  policy(
    'AWSLambda_FullAccess',
    'v5',
    allow(
      [
        'cloudformation:DescribeStacks',
        'cloudformation:ListStackResources',
        'cloudwatch:ListMetrics',
        'cloudwatch:GetMetricData',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
        'kms:DescribeKey',
        'kms:ListAliases',
        'iam:GetPolicy',
        'iam:GetPolicyVersion',
        'iam:GetRole',
        'iam:GetRolePolicy',
        'iam:ListAttachedRolePolicies',
        'iam:ListRolePolicies',
        'iam:ListRoles',
        'lambda:*',
        'logs:DescribeLogGroups',
        'states:DescribeStateMachine',
        'states:ListStateMachines',
        'tag:GetResources',
        'xray:GetTraceSummaries',
        'xray:BatchGetTraces',
      ],
      '*',
    ),
    allow(['iam:PassRole'], '*', { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } }),
    allow(
      [
        'logs:DescribeLogStreams',
        'logs:GetLogEvents',
        'logs:FilterLogEvents',
        'logs:StartLiveTail',
        'logs:StopLiveTail',
      ],
      'arn:${Partition}:logs:*:*:log-group:/aws/lambda/*',
    ),
    allow(['iam:CreateServiceLinkedRole'], linkedRoleOf('lambda.amazonaws.com/AWSServiceRoleForLambda'), {
      StringEquals: { 'iam:AWSServiceName': 'lambda.amazonaws.com' },
    }),
  ),
  policy(
    'AmazonDynamoDBFullAccess',
    'v15',
    allow(
      [
        'dynamodb:*',
        'dax:*',
        ...describedBesideTables,
        'application-autoscaling:DeleteScalingPolicy',
        'application-autoscaling:DeregisterScalableTarget',
        'application-autoscaling:PutScalingPolicy',
        'application-autoscaling:RegisterScalableTarget',
        'cloudwatch:DeleteAlarms',
        'cloudwatch:PutMetricAlarm',
        'datapipeline:ActivatePipeline',
        'datapipeline:CreatePipeline',
        'datapipeline:DeletePipeline',
        'datapipeline:PutPipelineDefinition',
        'sns:CreateTopic',
        'sns:DeleteTopic',
        'sns:ListSubscriptions',
        'sns:Subscribe',
        'sns:Unsubscribe',
        'sns:SetTopicAttributes',
        'lambda:CreateFunction',
        'lambda:CreateEventSourceMapping',
        'lambda:DeleteEventSourceMapping',
        'lambda:DeleteFunction',
        'resource-groups:DeleteGroup',
        'resource-groups:CreateGroup',
      ],
      '*',
    ),
    contributorInsights,
    allow(['iam:PassRole'], '*', {
      StringLike: {
        'iam:PassedToService': [
          'application-autoscaling.amazonaws.com',
          'application-autoscaling.amazonaws.com.cn',
          'dax.amazonaws.com',
        ],
      },
    }),
    allow(['iam:CreateServiceLinkedRole'], '*', {
      StringEquals: {
        'iam:AWSServiceName': [
          'replication.dynamodb.amazonaws.com',
          'dax.amazonaws.com',
          'dynamodb.application-autoscaling.amazonaws.com',
          'contributorinsights.dynamodb.amazonaws.com',
          'kinesisreplication.dynamodb.amazonaws.com',
        ],
      },
    }),
  ),
  policy(
    'AmazonDynamoDBReadOnlyAccess',
    'v14',
    allow(
      [
        'dynamodb:BatchGetItem',
        'dynamodb:Describe*',
        'dynamodb:List*',
        'dynamodb:GetItem',
        'dynamodb:GetResourcePolicy',
        'dynamodb:Query',
        'dynamodb:Scan',
        'dynamodb:PartiQLSelect',
        'dax:Describe*',
        'dax:List*',
        'dax:GetItem',
        'dax:BatchGetItem',
        'dax:Query',
        'dax:Scan',
        ...describedBesideTables,
      ],
      '*',
    ),
    contributorInsights,
  ),
  policy(
    'AmazonAPIGatewayInvokeFullAccess',
    'v2',
    allow(['execute-api:Invoke', 'execute-api:ManageConnections'], 'arn:${Partition}:execute-api:*:*:*'),
  ),
  policy(
    'service-role/AmazonAPIGatewayPushToCloudWatchLogs',
    'v1',
    allow(
      [...logs, 'logs:DescribeLogGroups', 'logs:DescribeLogStreams', 'logs:GetLogEvents', 'logs:FilterLogEvents'],
      '*',
    ),
  ),
  policy('service-role/AWSAppSyncPushToCloudWatchLogs', 'v1', allow(logs, '*')),
  policy(
    'service-role/AmazonECSTaskExecutionRolePolicy',
    'v1',
    allow(
      [
        'ecr:GetAuthorizationToken',
        'ecr:BatchCheckLayerAvailability',
        'ecr:GetDownloadUrlForLayer',
        'ecr:BatchGetImage',
        'logs:CreateLogStream',
        'logs:PutLogEvents',
      ],
      '*',
    ),
  ),
  policy(
    'AmazonElasticFileSystemClientFullAccess',
    'v1',
    allow(
      [
        'elasticfilesystem:ClientMount',
        'elasticfilesystem:ClientRootAccess',
        'elasticfilesystem:ClientWrite',
        'elasticfilesystem:DescribeMountTargets',
      ],
      '*',
    ),
  ),
  policy('service-role/AWSCodeDeployRoleForLambda', 'v3', allow([...shifting, 'sns:Publish'], '*'), ...deploying),
  policy('service-role/AWSCodeDeployRoleForLambdaLimited', 'v1', allow(shifting, '*'), ...deploying),
];

/** Not among the others: nobody is to write its statement out, but what it allows is known. */
export const administratorAccess = policy('AdministratorAccess', 'v1', allow(['*'], '*'));

function allow(
  actions: readonly string[],
  resource: string,
  condition?: ManagedPolicyStatement['condition'],
): ManagedPolicyStatement {
  return { actions, resources: [resource], ...(condition && { condition }) };
}

function linkedRoleOf(service: string): string {
  return `arn:\${Partition}:iam::*:role/aws-service-role/${service}`;
}

function policy(name: string, version: string, ...statements: readonly ManagedPolicyStatement[]): AwsManagedPolicy {
  const page = name.slice(name.lastIndexOf('/') + 1);
  const source = `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${page}.html`;
  return { name, version, statements, source };
}
