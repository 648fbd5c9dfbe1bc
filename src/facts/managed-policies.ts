/** A statement of a managed policy, as AWS publishes it, with `${Partition}` where AWS writes the partition. */
export interface ManagedPolicyStatement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
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

const policies: readonly AwsManagedPolicy[] = [
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
  policy(
    'AWSXRayDaemonWriteAccess',
    'v2',
    allow(
      [
        'xray:PutTraceSegments',
        'xray:PutTelemetryRecords',
        'xray:GetSamplingRules',
        'xray:GetSamplingTargets',
        'xray:GetSamplingStatisticSummaries',
      ],
      '*',
    ),
  ),
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
];

const byName = new Map(policies.map((p) => [p.name, p]));

/** Names of AWS-managed policies that open a service, or the account, as a whole. */
const broad: ReadonlySet<string> = new Set([
  'AdministratorAccess',
  'AdministratorAccess-Amplify',
  'AdministratorAccess-AWSElasticBeanstalk',
  'PowerUserAccess',
  'ReadOnlyAccess',
  'ViewOnlyAccess',
  'job-function/SystemAdministrator',
  'job-function/DatabaseAdministrator',
  'job-function/NetworkAdministrator',
  'job-function/DataScientist',
  'AWSLambda_FullAccess',
  'CloudWatchFullAccessV2',
  'AmazonDynamoDBFullAccess_v2',
]);

/**
 * A policy that AWS keeps, by its name or ARN, or `undefined` where its statements are not known here.
 *
 * Known are those that CDK features attach to the role of a function, and those that the Lambda developer guide
 * suggests for one.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
 */
export function findManagedPolicy(nameOrArn: string): AwsManagedPolicy | undefined {
  return byName.get(managedPolicyName(nameOrArn));
}

/** Not among the others: nobody is to write its statement out, but what it allows is known. */
export const administratorAccess = policy('AdministratorAccess', 'v1', allow(['*'], '*'));

/** Whether a policy that AWS keeps opens a whole service or account, which no function needs. */
export function isBroadManagedPolicy(nameOrArn: string): boolean {
  const name = managedPolicyName(nameOrArn);
  return broad.has(name) || name.endsWith('FullAccess');
}

/** `service-role/AWSLambdaBasicExecutionRole` out of its ARN; what is not the ARN of a policy of AWS stays as it is. */
export function managedPolicyName(nameOrArn: string): string {
  return /^arn:(?:\$\{[^}]*\}|[^:]*):iam::aws:policy\/(.+)$/.exec(nameOrArn)?.[1] ?? nameOrArn;
}

function allow(actions: readonly string[], resource: string): ManagedPolicyStatement {
  return { actions, resources: [resource] };
}

function policy(name: string, version: string, ...statements: readonly ManagedPolicyStatement[]): AwsManagedPolicy {
  const page = name.slice(name.lastIndexOf('/') + 1);
  const source = `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${page}.html`;
  return { name, version, statements, source };
}
