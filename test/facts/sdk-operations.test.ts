import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findAction } from '../../src/facts/actions';
import { documentedOperations } from '../../src/facts/documented-operations';
import {
  actionsOfOperation,
  isOfOperation,
  operationOfDocumentCommand,
  operationOfWaiter,
  servicePrefixOf,
} from '../../src/facts/sdk-operations';
import { operationActions } from '../../src/facts/sdk-operations.generated';

test.each<[client: string, operation: string, oneOf: string[]]>([
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
  ['s3', 'GetObject', ['s3:GetObject', 's3:GetObjectVersion']],
  ['s3', 'HeadObject', ['s3:GetObject']],
  ['s3', 'HeadBucket', ['s3:ListBucket']],
  ['s3', 'ListObjectsV2', ['s3:ListBucket']],
  ['s3', 'ListBuckets', ['s3:ListAllMyBuckets']],
  ['s3', 'DeleteObjects', ['s3:DeleteObject', 's3:DeleteObjectVersion']],
  ['s3', 'UploadPart', ['s3:PutObject']],
  ['s3', 'GetBucketLifecycleConfiguration', ['s3:GetLifecycleConfiguration']],
  ['s3', 'SelectObjectContent', ['s3:GetObject']],
  // https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
  ['lambda', 'Invoke', ['lambda:InvokeFunction']],
  ['eventbridge', 'PutEvents', ['events:PutEvents']],
  ['sfn', 'StartSyncExecution', ['states:StartSyncExecution']],
  ['cloudwatch-logs', 'PutLogEvents', ['logs:PutLogEvents']],
  ['cognito-identity-provider', 'AdminGetUser', ['cognito-idp:AdminGetUser']],
  ['secrets-manager', 'GetSecretValue', ['secretsmanager:GetSecretValue']],
  ['sesv2', 'SendEmail', ['ses:SendEmail']],
  ['dynamodb-streams', 'GetRecords', ['dynamodb:GetRecords']],
  ['apigatewaymanagementapi', 'PostToConnection', ['execute-api:ManageConnections']],
  ['sts', 'GetCallerIdentity', []],
  ['cognito-identity-provider', 'InitiateAuth', []],
])('%s %s is authorized by one of %j', (client, operation, oneOf) => {
  expect(actionsOfOperation(client, operation)?.oneOf).toEqual(oneOf);
});

test.each([
  ['s3', 'TeleportObject'],
  ['tomorrow', 'PutObject'],
  ['s3', 'constructor'],
])('of %s %s no source says what it needs', (client, operation) => {
  expect(actionsOfOperation(client, operation)).toBeUndefined();
});

test('a client is known by its package and by its class', () => {
  expect([servicePrefixOf('cloudwatch-logs'), servicePrefixOf('CloudWatchLogs')]).toEqual(['logs', 'logs']);
});

test.each([
  ['s3', 'ObjectExists', 'HeadObject'],
  ['dynamodb', 'TableExists', 'DescribeTable'],
  ['lambda', 'FunctionActiveV2', 'GetFunction'],
  ['s3', 'Nothing', undefined],
])('the waiter of %s for %s calls %s', (client, waiter, operation) => {
  expect(operationOfWaiter(client, waiter)).toBe(operation);
});

test('every command of the document client is one of the client', () => {
  expect(operationOfDocumentCommand('TransactWrite')).toBe('TransactWriteItems');
  expect(actionsOfOperation('dynamodb', operationOfDocumentCommand('BatchGet')!)?.oneOf).toEqual([
    'dynamodb:BatchGetItem',
  ]);
});

test.each([
  'rds-db:connect',
  'execute-api:Invoke',
  'appsync:GraphQL',
  'elasticfilesystem:ClientMount',
  's3:Nothing',
  's3',
])('no call of the SDK is seen for %s', (action) => {
  expect(isOfOperation(action)).toBe(false);
});

test.each(['s3:GetObject', 'dynamodb:Scan', 'kms:Decrypt', 'states:StartExecution', 'sqs:PurgeQueue', 'ses:SendEmail'])(
  'a call of the SDK is seen for %s',
  (action) => {
    expect(isOfOperation(action)).toBe(true);
  },
);

test('the tables name actions that AWS has', () => {
  const unknown = [...Object.entries(operationActions), ...Object.entries(documentedOperations)].flatMap(
    ([prefix, table]) =>
      table
        .split(/\s+/)
        .flatMap((entry) => entry.split('=')[1].split(/[|+]/))
        .filter((name) => name !== '' && !findAction(name.includes(':') ? name : `${prefix}:${name}`)),
  );
  expect(unknown).toEqual([]);
});

const clients = ['dynamodb', 'eventbridge', 'kms', 'lambda', 's3', 'secrets-manager', 'sfn', 'sns', 'sqs', 'ssm'];

test.each(clients)('nearly every command of client-%s is known', (client) => {
  const folder = join(dirname(require.resolve(`@aws-sdk/client-${client}`)), '..', 'dist-types', 'commands');
  const commands = readdirSync(folder).flatMap((file) => /^(\w+)Command\.d\.ts$/.exec(file)?.[1] ?? []);
  const unknown = commands.filter((command) => !actionsOfOperation(client, command));
  expect(commands.length).toBeGreaterThan(15);
  expect(unknown.length / commands.length).toBeLessThan(0.1);
});
