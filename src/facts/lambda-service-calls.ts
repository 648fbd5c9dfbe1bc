/** What Lambda itself does with the role of a function, outside the VPC that the function is in: no endpoint is needed for it. */
export interface LambdaServiceCall {
  readonly what:
    'logs' | 'traces' | 'network interfaces' | 'environment' | 'event source' | 'failure destination' | 'code';
  /**
   * As the service authorization reference writes them. Those for logs, traces and network interfaces are Lambda's own
   * wherever a role has them; the others where they are about the event source, the destination or the key.
   */
  readonly actions: readonly string[];
  readonly source: string;
}

const guide = 'https://docs.aws.amazon.com/lambda/latest/dg';

/**
 * The calls that Lambda makes by itself. What a function in a VPC calls goes through the VPC, what Lambda calls doesn't.
 *
 * Not for functions on Lambda Managed Instances, whose logs go through the VPC of their capacity provider too. Nor for
 * pollers of Amazon MQ, Amazon MSK and DocumentDB: these run in the VPC of the broker or cluster, which then needs
 * endpoints of Lambda, STS and Secrets Manager (see `pollersInsideTheVpc`). Extensions, such as Lambda Insights, and
 * SDKs of X-Ray and OpenTelemetry that send by themselves, run in the function and are not Lambda.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
export const lambdaServiceCalls: readonly LambdaServiceCall[] = [
  {
    what: 'logs',
    actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    source: `${guide}/monitoring-cloudwatchlogs.html`,
  },
  {
    what: 'traces',
    actions: [
      'xray:PutTraceSegments',
      'xray:PutTelemetryRecords',
      'xray:GetSamplingRules',
      'xray:GetSamplingTargets',
      'xray:GetSamplingStatisticSummaries',
    ],
    source: `${guide}/services-xray.html`,
  },
  {
    what: 'network interfaces',
    actions: [
      'ec2:CreateNetworkInterface',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSubnets',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeVpcs',
      'ec2:DeleteNetworkInterface',
      'ec2:AssignPrivateIpAddresses',
      'ec2:UnassignPrivateIpAddresses',
      'ec2:DetachNetworkInterface',
    ],
    source: `${guide}/configuration-vpc.html#configuration-vpc-permissions`,
  },
  { what: 'environment', actions: ['kms:Decrypt'], source: `${guide}/configuration-envvars-encryption.html` },
  {
    what: 'event source',
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ChangeMessageVisibility'],
    source: `${guide}/services-sqs-configure.html#events-sqs-permissions`,
  },
  {
    what: 'event source',
    actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
    source: `${guide}/services-dynamodb-eventsourcemapping.html`,
  },
  {
    what: 'event source',
    actions: [
      'kinesis:DescribeStream',
      'kinesis:DescribeStreamSummary',
      'kinesis:GetRecords',
      'kinesis:GetShardIterator',
      'kinesis:ListShards',
      'kinesis:ListStreams',
      'kinesis:SubscribeToShard',
    ],
    source: `${guide}/services-kinesis-create.html`,
  },
  {
    what: 'event source',
    actions: ['kafka:DescribeCluster', 'kafka:DescribeClusterV2', 'kafka:GetBootstrapBrokers', 'mq:DescribeBroker'],
    source: `${guide}/msk-permissions.html`,
  },
  {
    what: 'failure destination',
    actions: [
      'sqs:SendMessage',
      'sns:Publish',
      'events:PutEvents',
      'lambda:InvokeFunction',
      's3:PutObject',
      's3:ListBucket',
    ],
    source: `${guide}/invocation-async-retain-records.html#invocation-async-destinations`,
  },
  {
    what: 'code',
    actions: [
      's3:GetObject',
      's3:GetObjectVersion',
      'ecr:GetDownloadUrlForLayer',
      'ecr:BatchGetImage',
      'lambda:GetLayerVersion',
    ],
    source: `${guide}/images-create.html#gettingstarted-images-permissions`,
  },
];

/**
 * Event sources that Lambda polls from within their VPC, by the type of the resource or the property of the mapping.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-msk-cluster-network.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/process-messages-with-lambda.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html
 */
export const pollersInsideTheVpc: readonly string[] = [
  'AWS::AmazonMQ::Broker',
  'AWS::MSK::Cluster',
  'AWS::MSK::ServerlessCluster',
  'AWS::DocDB::DBCluster',
  'SelfManagedEventSource',
];

/** Whether a role has an action for Lambda to use, whatever the code does: logs, traces and network interfaces. */
export function isAlwaysCalledByLambda(action: string): boolean {
  always ??= new Set(
    lambdaServiceCalls
      .filter(({ what }) => what === 'logs' || what === 'traces' || what === 'network interfaces')
      .flatMap(({ actions }) => actions.map((one) => one.toLowerCase())),
  );
  return always.has(action.toLowerCase());
}

let always: ReadonlySet<string> | undefined;
