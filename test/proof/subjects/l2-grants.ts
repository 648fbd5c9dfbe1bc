import type { Stack } from 'aws-cdk-lib';
import * as appconfig from 'aws-cdk-lib/aws-appconfig';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { SecureBucket, SecureKey } from '../../../src';
import type { Request, Subject } from '../request';

/** The L2s grant the key itself, however it is used: what the grants of `src/grants` do not. */
const anyDecryption = [
  'use a key directly',
  'use a key for a secret',
  'use a key for the objects of another bucket',
  'use a key for another table',
  'use a key for the environment of a function',
];

const account = '${AWS::Region}:${AWS::AccountId}';

function requests(actions: readonly string[], on: string, below?: string): Request[] {
  return actions.map((action) => ({ action, on, below }));
}

const newKey = (stack: Stack): kms.Key => new SecureKey(stack, 'Key');
const rawBucket = (stack: Stack) => new s3.Bucket(stack, 'Bucket', { encryptionKey: newKey(stack) });

const table = (stack: Stack) =>
  new dynamodb.Table(stack, 'Table', {
    partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
    encryptionKey: newKey(stack),
    stream: dynamodb.StreamViewType.NEW_IMAGE,
  });

const everyTenant = ["read another tenant's items", "read another tenant's items beside one's own"];

const bucketSubjects: Subject[] = [
  {
    proves: 'Bucket.grantRead',
    make: ({ stack, role }) => void rawBucket(stack).grantRead(role),
    allows: [
      ...requests(['s3:GetObject'], 'Bucket', '/in/a.pdf'),
      ...requests(['s3:ListBucket'], 'Bucket'),
      ...requests(['kms:Decrypt'], 'Key'),
    ],
    denies: requests(['s3:GetBucketPolicy', 's3:GetBucketAcl'], 'Bucket'),
    meant: ['read another prefix', 'list a bucket', ...anyDecryption],
  },
  {
    proves: 'Bucket.grantRead of one prefix',
    make: ({ stack, role }) => void rawBucket(stack).grantRead(role, 'in/*'),
    allows: [...requests(['s3:GetObject'], 'Bucket', '/in/a.pdf'), ...requests(['kms:Decrypt'], 'Key')],
    meant: ['list a bucket', ...anyDecryption],
  },
  {
    proves: 'Bucket.grantPut',
    make: ({ stack, role }) => void rawBucket(stack).grantPut(role),
    allows: [
      ...requests(['s3:PutObject', 's3:AbortMultipartUpload'], 'Bucket', '/in/a.pdf'),
      ...requests(['kms:GenerateDataKey', 'kms:Decrypt'], 'Key'),
    ],
    denies: requests(['s3:GetObject', 's3:PutObjectTagging', 's3:PutObjectLegalHold'], 'Bucket', '/in/a.pdf'),
    meant: ['write another prefix', ...anyDecryption],
  },
  {
    proves: 'Bucket.grantReadWrite',
    make: ({ stack, role }) => void rawBucket(stack).grantReadWrite(role),
    allows: [
      ...requests(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], 'Bucket', '/in/a.pdf'),
      ...requests(['kms:GenerateDataKey', 'kms:Decrypt'], 'Key'),
    ],
    meant: ['read another prefix', 'write another prefix', 'list a bucket', 'delete objects', ...anyDecryption],
  },
  {
    proves: 'Bucket.grantDelete',
    make: ({ stack, role }) => void rawBucket(stack).grantDelete(role),
    allows: requests(['s3:DeleteObject'], 'Bucket', '/in/a.pdf'),
    denies: requests(['s3:GetObject', 's3:PutObject'], 'Bucket', '/in/a.pdf'),
    meant: ['delete objects'],
  },
  {
    proves: 'SecureBucket.grantReadWrite',
    make: ({ stack, role }) => void new SecureBucket(stack, 'Bucket').grantReadWrite(role),
    allows: [
      ...requests(['s3:GetObject', 's3:PutObject'], 'Bucket', '/in/a.pdf'),
      ...requests(['kms:GenerateDataKey', 'kms:Decrypt'], 'SharedKey'),
    ],
    denies: requests(['s3:DeleteObject'], 'Bucket', '/in/a.pdf'),
    meant: ['read another prefix', 'write another prefix', 'list a bucket', ...anyDecryption],
  },
];

const tableSubjects: Subject[] = [
  {
    proves: 'Table.grantReadData',
    make: ({ stack, role }) => void table(stack).grantReadData(role),
    allows: [
      ...requests(['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:BatchGetItem'], 'Table'),
      ...requests(['kms:Decrypt'], 'Key'),
    ],
    denies: requests(['dynamodb:PutItem', 'dynamodb:DeleteTable'], 'Table'),
    meant: [...everyTenant, 'scan a table', ...anyDecryption],
  },
  {
    proves: 'Table.grantWriteData',
    make: ({ stack, role }) => void table(stack).grantWriteData(role),
    allows: [
      ...requests(['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'], 'Table'),
      ...requests(['kms:Decrypt'], 'Key'),
    ],
    denies: requests(['dynamodb:GetItem', 'dynamodb:Scan'], 'Table'),
    meant: ["change another tenant's items", 'delete items', ...anyDecryption],
  },
  {
    proves: 'Table.grantStreamRead',
    make: ({ stack, role }) => void table(stack).grantStreamRead(role),
    allows: requests(['kms:Decrypt'], 'Key'),
    denies: requests(['dynamodb:GetItem', 'dynamodb:Scan'], 'Table'),
    meant: anyDecryption,
  },
  {
    proves: 'Table.grant of one action',
    make: ({ stack, role }) => void table(stack).grant(role, 'dynamodb:GetItem'),
    allows: requests(['dynamodb:GetItem'], 'Table'),
    denies: requests(['dynamodb:Query', 'dynamodb:Scan'], 'Table'),
    meant: ["read another tenant's items"],
  },
];

const messageSubjects: Subject[] = [
  {
    proves: 'Queue.grantSendMessages',
    make: ({ stack, role }) =>
      void new sqs.Queue(stack, 'Queue', { encryptionMasterKey: newKey(stack) }).grantSendMessages(role),
    allows: [...requests(['sqs:SendMessage'], 'Queue'), ...requests(['kms:GenerateDataKey', 'kms:Decrypt'], 'Key')],
    meant: ['send messages', ...anyDecryption],
  },
  {
    proves: 'Queue.grantConsumeMessages',
    make: ({ stack, role }) =>
      void new sqs.Queue(stack, 'Queue', { encryptionMasterKey: newKey(stack) }).grantConsumeMessages(role),
    allows: [
      ...requests(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'], 'Queue'),
      ...requests(['kms:Decrypt'], 'Key'),
    ],
    denies: requests(['sqs:SendMessage'], 'Queue'),
    meant: ['receive messages', ...anyDecryption],
  },
  {
    proves: 'Topic.grantPublish',
    make: ({ stack, role }) => void new sns.Topic(stack, 'Topic', { masterKey: newKey(stack) }).grantPublish(role),
    allows: [...requests(['sns:Publish'], 'Topic'), ...requests(['kms:GenerateDataKey', 'kms:Decrypt'], 'Key')],
    meant: ['publish to a topic', ...anyDecryption],
  },
  {
    proves: 'Topic.grantSubscribe',
    make: ({ stack, role }) => void new sns.Topic(stack, 'Topic').grantSubscribe(role),
    allows: requests(['sns:Subscribe'], 'Topic'),
    denies: requests(['sns:Publish'], 'Topic'),
    meant: ['subscribe to a topic'],
  },
  {
    proves: 'EventBus.grantPutEventsTo',
    make: ({ stack, role }) => void new events.EventBus(stack, 'Bus').grantPutEventsTo(role),
    allows: requests(['events:PutEvents'], 'Bus'),
    meant: [
      'put events of another source',
      "put events of another source beside one's own",
      'put events without a source',
    ],
  },
  {
    proves: 'Stream.grantRead',
    make: ({ stack, role }) =>
      void new kinesis.Stream(stack, 'Stream', { encryptionKey: newKey(stack) }).grantRead(role),
    allows: [
      ...requests(['kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:ListShards'], 'Stream'),
      ...requests(['kms:Decrypt'], 'Key'),
    ],
    denies: requests(['kinesis:PutRecord'], 'Stream'),
    meant: ['read a stream', ...anyDecryption],
  },
  {
    proves: 'Stream.grantWrite',
    make: ({ stack, role }) =>
      void new kinesis.Stream(stack, 'Stream', { encryptionKey: newKey(stack) }).grantWrite(role),
    allows: [
      ...requests(['kinesis:PutRecord', 'kinesis:PutRecords'], 'Stream'),
      ...requests(['kms:GenerateDataKey'], 'Key'),
    ],
    denies: requests(['kinesis:GetRecords'], 'Stream'),
    meant: ['put records', ...anyDecryption.filter((name) => !name.includes('environment'))],
  },
];

const stateMachine = (stack: Stack) =>
  new sfn.StateMachine(stack, 'Orders', {
    definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Done')),
  });

const otherSubjects: Subject[] = [
  {
    proves: 'StateMachine.grantStartExecution',
    make: ({ stack, role }) => void stateMachine(stack).grantStartExecution(role),
    allows: requests(['states:StartExecution'], 'Orders'),
    denies: requests(['states:StartSyncExecution', 'states:DescribeStateMachine'], 'Orders'),
    meant: ['start an execution'],
  },
  {
    proves: 'StateMachine.grantTaskResponse',
    make: ({ stack, role }) => void stateMachine(stack).grantTaskResponse(role),
    allows: requests(['states:SendTaskSuccess', 'states:SendTaskFailure'], 'Orders'),
    denies: requests(['states:StartExecution'], 'Orders'),
  },
  {
    proves: 'Key.grantDecrypt',
    make: ({ stack, role }) => void newKey(stack).grantDecrypt(role),
    allows: requests(['kms:Decrypt'], 'Key'),
    denies: requests(['kms:Encrypt', 'kms:GenerateDataKey', 'kms:CreateGrant'], 'Key'),
    meant: anyDecryption,
  },
  {
    proves: 'Key.grantEncrypt',
    make: ({ stack, role }) => void newKey(stack).grantEncrypt(role),
    allows: requests(['kms:Encrypt', 'kms:GenerateDataKey'], 'Key'),
    denies: requests(['kms:Decrypt'], 'Key'),
    meant: anyDecryption.filter((name) => !name.includes('environment')),
  },
  {
    proves: 'StringParameter.grantRead',
    make: ({ stack, role }) =>
      void new ssm.StringParameter(stack, 'Parameter', {
        parameterName: '/shop/url',
        stringValue: 'https://shop.example.com',
      }).grantRead(role),
    allows: requests(['ssm:GetParameter'], `arn:\${AWS::Partition}:ssm:${account}:parameter<Parameter:Ref>`),
  },
  {
    proves: 'Secret.grantRead',
    make: ({ stack, role }) =>
      void new secretsmanager.Secret(stack, 'Secret', { encryptionKey: newKey(stack) }).grantRead(role),
    allows: [
      ...requests(['secretsmanager:GetSecretValue'], 'Secret'),
      {
        action: 'kms:Decrypt',
        on: 'Key',
        context: { 'kms:ViaService': 'secretsmanager.${AWS::Region}.amazonaws.com' },
      },
    ],
    denies: requests(['secretsmanager:PutSecretValue'], 'Secret'),
    // The L2 lets Secrets Manager use the key for the role, for any secret.
    meant: ['read a secret', 'use a key for a secret'],
  },
  {
    proves: 'Function.grantInvoke',
    make: ({ stack, role }) =>
      void new lambda.Function(stack, 'Called', {
        runtime: lambda.Runtime.NODEJS_24_X,
        handler: 'index.handler',
        code: lambda.Code.fromInline('exports.handler = async () => {};'),
      }).grantInvoke(role),
    allows: requests(['lambda:InvokeFunction'], 'Called'),
    denies: requests(['lambda:UpdateFunctionCode', 'lambda:GetFunction'], 'Called'),
    meant: ['invoke a function'],
  },
  {
    proves: 'LogGroup.grantWrite',
    make: ({ stack, role }) => void new logs.LogGroup(stack, 'Audit').grantWrite(role),
    allows: requests(
      ['logs:CreateLogStream', 'logs:PutLogEvents'],
      `arn:\${AWS::Partition}:logs:${account}:log-group:<Audit:Ref>:log-stream:any`,
    ),
  },
  {
    proves: 'Metric.grantPutMetricData',
    make: ({ role }) => void cloudwatch.Metric.grantPutMetricData(role),
    allows: [{ action: 'cloudwatch:PutMetricData', on: '*' }],
    meant: ['put metrics of others'],
  },
  {
    proves: 'Environment.grantReadConfig',
    make: ({ stack, role }) => {
      const application = new appconfig.Application(stack, 'App');
      new appconfig.Environment(stack, 'Environment', { application }).grantReadConfig(role);
    },
    allows: requests(
      ['appconfig:StartConfigurationSession', 'appconfig:GetLatestConfiguration'],
      `arn:\${AWS::Partition}:appconfig:${account}:application/<App:Ref>/environment/<Environment:Ref>/configuration/any`,
    ),
  },
];

/** The grants of the CDK that are most used, as they reach a `ScopedRole`. */
export const l2Grants: readonly Subject[] = [...bucketSubjects, ...tableSubjects, ...messageSubjects, ...otherSubjects];
