import { findManagedPolicy } from '../facts/managed-policies';

/** What Lambda does with the role of a function, and the code does not: by what the function is configured for. */
const always: readonly string[] = [
  'service-role/AWSLambdaBasicExecutionRole',
  'service-role/AWSLambdaBasicDurableExecutionRolePolicy',
  'service-role/AWSLambdaVPCAccessExecutionRole',
  'AWSXRayDaemonWriteAccess',
  'AmazonElasticFileSystemClientReadWriteAccess',
  'CloudWatchLambdaInsightsExecutionRolePolicy',
  'AmazonCodeGuruProfilerAgentAccess',
].flatMap(actionsOfPolicy);

/** Actions that are never called unused, whatever the code calls. */
export function alwaysUsed(action: string): boolean {
  return (
    always.includes(action) ||
    /^ec2:(?:Describe|Assign|Unassign|Create|Delete)\w*(?:Network|Subnets|Vpcs|SecurityGroups|PrivateIp)/.test(action)
  );
}

/**
 * What polling an event source needs, by the service that it is of.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
 */
const polling: Readonly<Record<string, readonly string[]>> = {
  sqs: [
    ...actionsOfPolicy('service-role/AWSLambdaSQSQueueExecutionRole'),
    'sqs:ChangeMessageVisibility',
    'sqs:GetQueueUrl',
  ],
  kinesis: actionsOfPolicy('service-role/AWSLambdaKinesisExecutionRole'),
  dynamodb: actionsOfPolicy('service-role/AWSLambdaDynamoDBExecutionRole'),
  kafka: [...actionsOfPolicy('service-role/AWSLambdaMSKExecutionRole'), 'secretsmanager:GetSecretValue', 'kafka:*'],
  // https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html, https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html
  mq: ['mq:DescribeBroker', 'secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
  rds: [
    'rds:DescribeDBClusters',
    'rds:DescribeDBClusterParameters',
    'rds:DescribeDBSubnetGroups',
    'secretsmanager:GetSecretValue',
    'secretsmanager:DescribeSecret',
  ],
};

/**
 * What sending to a destination or dead-letter queue needs, by the service that it is of.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
const sending: Readonly<Record<string, readonly string[]>> = {
  sqs: ['sqs:SendMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl'],
  sns: ['sns:Publish'],
  lambda: ['lambda:InvokeFunction'],
  events: ['events:PutEvents'],
  s3: ['s3:PutObject', 's3:ListBucket', 's3:GetBucketLocation', 's3:AbortMultipartUpload'],
  kafka: ['kafka:*'],
};

/** The actions for a place that Lambda polls or sends to; those for every kind of place where its kind is not known. */
export function actionsForPlace(what: 'polling' | 'sending', services: readonly string[]): readonly string[] {
  const table = what === 'polling' ? polling : sending;
  const known = services.filter((service) => Object.hasOwn(table, service));
  return (known.length > 0 ? known : Object.keys(table)).flatMap((service) => table[service]);
}

/** What an extension in a layer of AWS does with the role of the function. */
const extensions: readonly (readonly [layer: RegExp, actions: readonly string[]])[] = [
  [/AWSLambdaPowertools/, []],
  [/LambdaInsights|lambdainsightsversion/i, []],
  [
    /Parameters-and-Secrets|paramssecrets|paramsandsecrets/i,
    ['ssm:GetParameter', 'ssm:GetParameters', 'secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
  ],
  [/AppConfig-Extension/, ['appconfig:StartConfigurationSession', 'appconfig:GetLatestConfiguration']],
];

/** What a layer does by itself; `undefined` for one of which that is not known. */
export function actionsOfLayer(arn: string): readonly string[] | undefined {
  return extensions.find(([form]) => form.test(arn))?.[1];
}

function actionsOfPolicy(name: string): readonly string[] {
  return (findManagedPolicy(name)?.statements ?? []).flatMap(({ actions }) => actions);
}
