import type { Stack } from 'aws-cdk-lib';
import * as appconfig from 'aws-cdk-lib/aws-appconfig';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import {
  LeadingKeys,
  ReturnedItem,
  ScopedBucketGrants,
  ScopedConfigurationGrants,
  ScopedEventBusGrants,
  ScopedKeyGrants,
  ScopedLogGroupGrants,
  ScopedMetricGrants,
  ScopedParameterGrants,
  ScopedQueueGrants,
  ScopedRoleGrants,
  ScopedScheduleGroupGrants,
  ScopedStateMachineGrants,
  ScopedStreamGrants,
  ScopedTableGrants,
  ScopedTopicGrants,
  SecureBucket,
  SecureKey,
  SecureLogGroup,
} from '../../../src';
import { through } from '../request';
import type { Context, Request, Subject } from '../request';

const account = '${AWS::Region}:${AWS::AccountId}';

/** An upload in parts is begun and filled without the header, and completed with it. */
const steps: Context = { 's3:ObjectCreationOperation': 'false' };
const created: Context = { 's3:ObjectCreationOperation': 'true' };

function requests(actions: readonly string[], on: string, rest: Omit<Request, 'action' | 'on'> = {}): Request[] {
  return actions.map((action) => ({ action, on, ...rest }));
}

const objectKey = (path: string) => through('s3', { 'aws:s3:arn': `<Bucket>${path}` });
const tableKey = through('dynamodb', {
  'aws:dynamodb:tableName': '<Table:Ref>',
  'aws:dynamodb:subscriberId': '${AWS::AccountId}',
});

const buckets: readonly [kind: string, make: (stack: Stack) => s3.IBucket][] = [
  ['a SecureBucket', (stack) => new SecureBucket(stack, 'Bucket')],
  [
    'a raw bucket with a key',
    (stack) => new s3.Bucket(stack, 'Bucket', { encryptionKey: new SecureKey(stack, 'Key') }),
  ],
];

const bucketSubjects: Subject[] = buckets.flatMap(([kind, make]): Subject[] => [
  {
    proves: `ScopedBucketGrants.readPrefix of ${kind}`,
    make: ({ stack, role }) => void ScopedBucketGrants.fromBucket(make(stack)).readPrefix(role, 'in/'),
    allows: [
      { action: 's3:GetObject', on: 'Bucket', below: '/in/a.pdf' },
      { action: 'kms:Decrypt', on: kind.startsWith('a raw') ? 'Key' : 'SharedKey', context: objectKey('/in/a.pdf') },
      { action: 'kms:Decrypt', on: kind.startsWith('a raw') ? 'Key' : 'SharedKey', context: objectKey('') },
    ],
    denies: [
      { action: 's3:GetObject', on: 'Bucket', below: '/inside/a.pdf' },
      { action: 's3:PutObject', on: 'Bucket', below: '/in/a.pdf' },
      { action: 's3:ListBucket', on: 'Bucket', context: { 's3:prefix': 'in/' } },
      { action: 's3:GetObjectTagging', on: 'Bucket', below: '/in/a.pdf' },
      { action: 's3:GetObjectAcl', on: 'Bucket', below: '/in/a.pdf' },
      {
        action: 'kms:Decrypt',
        on: kind.startsWith('a raw') ? 'Key' : 'SharedKey',
        context: objectKey('/private/a.pdf'),
      },
      {
        action: 'kms:GenerateDataKey',
        on: kind.startsWith('a raw') ? 'Key' : 'SharedKey',
        context: objectKey('/in/a'),
      },
    ],
  },
  {
    proves: `ScopedBucketGrants.writePrefix of ${kind}`,
    make: ({ stack, role }) => void ScopedBucketGrants.fromBucket(make(stack)).writePrefix(role, 'in/'),
    allows: [
      { action: 's3:PutObject', on: 'Bucket', below: '/in/a.pdf' },
      { action: 's3:AbortMultipartUpload', on: 'Bucket', below: '/in/a.pdf' },
      ...requests(['kms:GenerateDataKey', 'kms:Decrypt'], kind.startsWith('a raw') ? 'Key' : 'SharedKey', {
        context: objectKey('/in/a.pdf'),
      }),
    ],
    denies: [
      { action: 's3:GetObject', on: 'Bucket', below: '/in/a.pdf' },
      { action: 's3:PutObjectTagging', on: 'Bucket', below: '/in/a.pdf' },
      { action: 's3:PutObjectRetention', on: 'Bucket', below: '/in/a.pdf' },
      { action: 's3:ListBucket', on: 'Bucket', context: { 's3:prefix': 'in/' } },
    ],
  },
  {
    proves: `ScopedBucketGrants.appendToPrefix of ${kind}`,
    make: ({ stack, role }) => void ScopedBucketGrants.fromBucket(make(stack)).appendToPrefix(role, 'in/'),
    allows: [
      { action: 's3:PutObject', on: 'Bucket', below: '/in/a.pdf', context: { ...created, 's3:if-none-match': '*' } },
      { action: 's3:PutObject', on: 'Bucket', below: '/in/a.pdf', context: steps },
      { action: 's3:AbortMultipartUpload', on: 'Bucket', below: '/in/a.pdf' },
      ...requests(['kms:GenerateDataKey', 'kms:Decrypt'], kind.startsWith('a raw') ? 'Key' : 'SharedKey', {
        context: objectKey('/in/a.pdf'),
      }),
    ],
    denies: [
      { action: 's3:PutObject', on: 'Bucket', below: '/in/a.pdf', context: created },
      { action: 's3:PutObject', on: 'Bucket', below: '/in/a.pdf', context: { ...created, 's3:if-match': 'etag' } },
      { action: 's3:PutObject', on: 'Bucket', below: '/in/a.pdf' },
      { action: 's3:PutObject', on: 'Bucket', below: '/private/a.pdf', context: { 's3:if-none-match': '*' } },
      { action: 's3:GetObject', on: 'Bucket', below: '/in/a.pdf' },
    ],
  },
]);

const listed: Subject = {
  proves: 'ScopedBucketGrants.readPrefix with the list',
  make: ({ stack, role }) =>
    void ScopedBucketGrants.fromBucket(new SecureBucket(stack, 'Bucket')).readPrefix(role, 'in/', { list: true }),
  allows: [
    { action: 's3:GetObject', on: 'Bucket', below: '/in/a.pdf' },
    { action: 's3:ListBucket', on: 'Bucket', context: { 's3:prefix': 'in/' } },
    { action: 's3:ListBucket', on: 'Bucket', context: { 's3:prefix': 'in/2026/' } },
  ],
  denies: [
    { action: 's3:ListBucket', on: 'Bucket' },
    { action: 's3:ListBucket', on: 'Bucket', context: { 's3:prefix': '' } },
    { action: 's3:ListBucket', on: 'Bucket', context: { 's3:prefix': 'in' } },
    { action: 's3:ListBucket', on: 'Bucket', context: { 's3:prefix': 'private/' } },
    { action: 's3:ListBucketVersions', on: 'Bucket', context: { 's3:prefix': 'in/' } },
  ],
};

function table(stack: Stack): dynamodb.Table {
  const result = new dynamodb.Table(stack, 'Table', {
    partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
    sortKey: { name: 'sk', type: dynamodb.AttributeType.STRING },
    encryptionKey: new SecureKey(stack, 'Key'),
  });
  result.addGlobalSecondaryIndex({
    indexName: 'byYear',
    partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
    sortKey: { name: 'year', type: dynamodb.AttributeType.NUMBER },
  });
  return result;
}

const own: Context = { 'dynamodb:LeadingKeys': ['TENANT#42'] };
const ofTag: Context = { 'aws:PrincipalTag/tenant': '42' };
const key: Request = { action: 'kms:Decrypt', on: 'Key', context: tableKey };
const otherKeyUse = requests(['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom'], 'Key', { context: tableKey });

const tableSubjects: Subject[] = [
  {
    proves: 'ScopedTableGrants.getItem',
    make: ({ stack, role }) =>
      void ScopedTableGrants.fromTable(table(stack)).getItem(role, { leadingKeys: LeadingKeys.of('TENANT#42') }),
    allows: [{ action: 'dynamodb:GetItem', on: 'Table', context: own }, key],
    denies: requests(['dynamodb:Query', 'dynamodb:BatchGetItem', 'dynamodb:PutItem'], 'Table', { context: own }),
  },
  {
    proves: 'ScopedTableGrants.readItems of one tenant',
    make: ({ stack, role }) =>
      void ScopedTableGrants.fromTable(table(stack)).readItems(role, { leadingKeys: LeadingKeys.of('TENANT#42') }),
    allows: [
      ...requests(['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem'], 'Table', { context: own }),
      key,
    ],
    denies: [
      ...requests(['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem'], 'Table'),
      ...requests(['dynamodb:PutItem', 'dynamodb:UpdateItem'], 'Table', { context: own }),
      { action: 'dynamodb:GetItem', on: 'Table', context: { 'dynamodb:LeadingKeys': ['TENANT#420'] } },
      { action: 'dynamodb:Query', on: 'Table', below: '/index/byYear', context: own },
      { action: 'dynamodb:DescribeTable', on: 'Table' },
      ...otherKeyUse,
    ],
  },
  {
    proves: 'ScopedTableGrants.readItems of the tenant that the principal is tagged with',
    make: ({ stack, role }) =>
      void ScopedTableGrants.fromTable(table(stack)).readItems(role, {
        leadingKeys: LeadingKeys.ofPrincipalTag('tenant', { prefix: 'TENANT#' }),
      }),
    allows: [{ action: 'dynamodb:GetItem', on: 'Table', context: { ...own, ...ofTag } }, key],
    denies: [
      { action: 'dynamodb:GetItem', on: 'Table', context: own },
      { action: 'dynamodb:GetItem', on: 'Table', context: { ...own, 'aws:PrincipalTag/tenant': '4' } },
      { action: 'dynamodb:GetItem', on: 'Table', context: { ...own, 'aws:PrincipalTag/tenant': '' } },
      { action: 'dynamodb:GetItem', on: 'Table', context: { ...own, 'aws:PrincipalTag/other': '42' } },
    ],
  },
  {
    proves: 'ScopedTableGrants.readItems of keys that begin with the tag',
    make: ({ stack, role }) =>
      void ScopedTableGrants.fromTable(table(stack)).readItems(role, {
        leadingKeys: LeadingKeys.ofPrincipalTag('tenant', { separator: '#' }),
      }),
    allows: [{ action: 'dynamodb:Query', on: 'Table', context: { 'dynamodb:LeadingKeys': ['42#orders'], ...ofTag } }],
    denies: [
      { action: 'dynamodb:Query', on: 'Table', context: { 'dynamodb:LeadingKeys': ['421#orders'], ...ofTag } },
      { action: 'dynamodb:Query', on: 'Table', context: { 'dynamodb:LeadingKeys': ['42'], ...ofTag } },
      { action: 'dynamodb:Query', on: 'Table', context: { 'dynamodb:LeadingKeys': ['42#orders'] } },
    ],
  },
  {
    proves: 'ScopedTableGrants.readItems whose keys begin alike',
    make: ({ stack, role }) =>
      void ScopedTableGrants.fromTable(table(stack)).readItems(role, {
        leadingKeys: LeadingKeys.startingWith('AUTHOR#'),
        indexes: ['byYear'],
      }),
    allows: [
      { action: 'dynamodb:GetItem', on: 'Table', context: { 'dynamodb:LeadingKeys': ['AUTHOR#1'] } },
      {
        action: 'dynamodb:Query',
        on: 'Table',
        below: '/index/byYear',
        context: { 'dynamodb:LeadingKeys': ['AUTHOR#1'] },
      },
      key,
    ],
    denies: [
      { action: 'dynamodb:GetItem', on: 'Table', context: { 'dynamodb:LeadingKeys': ['STATS'] } },
      { action: 'dynamodb:Query', on: 'Table', below: '/index/other', context: own },
      { action: 'dynamodb:Scan', on: 'Table', below: '/index/byYear' },
    ],
  },
  {
    proves: 'ScopedTableGrants.readItems, chosen attributes',
    make: ({ stack, role }) =>
      void ScopedTableGrants.fromTable(table(stack)).readItems(role, {
        leadingKeys: LeadingKeys.of('TENANT#42'),
        attributes: ['name', 'price'],
      }),
    allows: [
      {
        action: 'dynamodb:GetItem',
        on: 'Table',
        context: {
          ...own,
          'dynamodb:Attributes': ['pk', 'sk', 'name'],
          'dynamodb:Select': 'SPECIFIC_ATTRIBUTES',
        },
      },
    ],
    denies: [
      {
        action: 'dynamodb:GetItem',
        on: 'Table',
        context: { ...own, 'dynamodb:Attributes': ['pk', 'sk'], 'dynamodb:Select': 'ALL_ATTRIBUTES' },
      },
      {
        action: 'dynamodb:Query',
        on: 'Table',
        context: { ...own, 'dynamodb:Attributes': ['pk', 'salary'], 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
      },
      { action: 'dynamodb:GetItem', on: 'Table', context: own },
      { action: 'dynamodb:GetItem', on: 'Table', context: { ...own, 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' } },
    ],
  },
  {
    proves: 'ScopedTableGrants.readItems without scan',
    make: ({ stack, role }) => void ScopedTableGrants.fromTable(table(stack)).readItems(role),
    allows: [
      ...requests(['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem'], 'Table', { context: own }),
      key,
    ],
    denies: requests(['dynamodb:Scan', 'dynamodb:PartiQLSelect', 'dynamodb:PutItem'], 'Table', { context: own }),
    meant: ["read another tenant's items", "read another tenant's items beside one's own"],
  },
  {
    proves: 'ScopedTableGrants.writeItems of one tenant',
    make: ({ stack, role }) =>
      void ScopedTableGrants.fromTable(table(stack)).writeItems(role, { leadingKeys: LeadingKeys.of('TENANT#42') }),
    allows: [
      ...requests(['dynamodb:PutItem', 'dynamodb:UpdateItem'], 'Table', { context: own }),
      { action: 'dynamodb:PutItem', on: 'Table', context: { ...own, 'dynamodb:ReturnValues': 'NONE' } },
      key,
    ],
    denies: [
      { action: 'dynamodb:PutItem', on: 'Table', context: { ...own, 'dynamodb:ReturnValues': 'ALL_OLD' } },
      { action: 'dynamodb:UpdateItem', on: 'Table', context: { ...own, 'dynamodb:ReturnValues': 'UPDATED_NEW' } },
      ...requests(['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchWriteItem'], 'Table', { context: own }),
      ...otherKeyUse,
    ],
  },
  {
    proves: 'ScopedTableGrants.writeItems that returns what was updated, of chosen attributes',
    make: ({ stack, role }) =>
      void ScopedTableGrants.fromTable(table(stack)).writeItems(role, {
        leadingKeys: LeadingKeys.of('TENANT#42'),
        attributes: ['count'],
        returns: ReturnedItem.UPDATED,
      }),
    allows: [
      {
        action: 'dynamodb:UpdateItem',
        on: 'Table',
        context: {
          ...own,
          'dynamodb:Attributes': ['pk', 'sk', 'count'],
          'dynamodb:ReturnValues': 'UPDATED_NEW',
        },
      },
    ],
    denies: [
      {
        action: 'dynamodb:UpdateItem',
        on: 'Table',
        context: { ...own, 'dynamodb:Attributes': ['pk', 'sk', 'salary'], 'dynamodb:ReturnValues': 'NONE' },
      },
      {
        action: 'dynamodb:UpdateItem',
        on: 'Table',
        context: { ...own, 'dynamodb:Attributes': ['pk', 'sk', 'count'], 'dynamodb:ReturnValues': 'ALL_NEW' },
      },
      {
        action: 'dynamodb:PutItem',
        on: 'Table',
        context: { ...own, 'dynamodb:Attributes': ['pk', 'sk', 'count'], 'dynamodb:ReturnValues': 'NONE' },
      },
    ],
  },
  {
    proves: 'ScopedTableGrants.writeItems that returns the item',
    make: ({ stack, role }) =>
      void ScopedTableGrants.fromTable(table(stack)).writeItems(role, {
        leadingKeys: LeadingKeys.of('TENANT#42'),
        returns: ReturnedItem.ALL,
      }),
    allows: [{ action: 'dynamodb:PutItem', on: 'Table', context: { ...own, 'dynamodb:ReturnValues': 'ALL_OLD' } }],
  },
  {
    proves: 'ScopedTableGrants.appendItems',
    make: ({ stack, role }) =>
      void ScopedTableGrants.fromTable(table(stack)).appendItems(role, { leadingKeys: LeadingKeys.of('TENANT#42') }),
    allows: [{ action: 'dynamodb:PartiQLInsert', on: 'Table', context: own }, key],
    denies: [
      ...requests(
        [
          'dynamodb:PutItem',
          'dynamodb:UpdateItem',
          'dynamodb:PartiQLUpdate',
          'dynamodb:PartiQLSelect',
          'dynamodb:GetItem',
        ],
        'Table',
        { context: own },
      ),
      { action: 'dynamodb:PartiQLInsert', on: 'Table' },
    ],
  },
  {
    proves: 'ScopedTableGrants.deleteItems',
    make: ({ stack, role }) =>
      void ScopedTableGrants.fromTable(table(stack)).deleteItems(role, { leadingKeys: LeadingKeys.of('TENANT#42') }),
    allows: [{ action: 'dynamodb:DeleteItem', on: 'Table', context: own }, key],
    denies: [
      { action: 'dynamodb:DeleteItem', on: 'Table', context: { 'dynamodb:LeadingKeys': ['TENANT#other'] } },
      { action: 'dynamodb:DeleteItem', on: 'Table', context: { ...own, 'dynamodb:ReturnValues': 'ALL_OLD' } },
      { action: 'dynamodb:BatchWriteItem', on: 'Table', context: own },
    ],
    meant: ['delete items'],
  },
];

const messageSubjects: Subject[] = [
  {
    proves: 'ScopedQueueGrants.send',
    make: ({ stack, role }) => {
      const queue = new sqs.Queue(stack, 'Queue', { encryptionMasterKey: new SecureKey(stack, 'Key') });
      ScopedQueueGrants.fromQueue(queue).send(role);
    },
    allows: [
      { action: 'sqs:SendMessage', on: 'Queue' },
      ...requests(['kms:GenerateDataKey', 'kms:Decrypt'], 'Key', { context: through('sqs') }),
    ],
    denies: requests(['sqs:ReceiveMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl'], 'Queue'),
    meant: ['send messages'],
  },
  {
    proves: 'ScopedTopicGrants.publish',
    make: ({ stack, role }) => {
      const topic = new sns.Topic(stack, 'Topic', { masterKey: new SecureKey(stack, 'Key') });
      ScopedTopicGrants.fromTopic(topic).publish(role);
    },
    allows: [
      { action: 'sns:Publish', on: 'Topic' },
      ...requests(['kms:GenerateDataKey', 'kms:Decrypt'], 'Key', { context: through('sns') }),
    ],
    denies: requests(['sns:Subscribe', 'sns:GetTopicAttributes'], 'Topic'),
    meant: ['publish to a topic'],
  },
  {
    proves: 'ScopedStreamGrants.putRecords',
    make: ({ stack, role }) => {
      const stream = new kinesis.Stream(stack, 'Stream', { encryptionKey: new SecureKey(stack, 'Key') });
      ScopedStreamGrants.fromStream(stream).putRecords(role);
    },
    allows: [
      ...requests(['kinesis:PutRecord', 'kinesis:PutRecords'], 'Stream'),
      { action: 'kms:GenerateDataKey', on: 'Key', context: through('kinesis') },
    ],
    denies: [
      ...requests(['kinesis:GetRecords', 'kinesis:ListShards', 'kinesis:DescribeStream'], 'Stream'),
      { action: 'kms:Decrypt', on: 'Key', context: through('kinesis') },
    ],
    meant: ['put records'],
  },
  {
    proves: 'ScopedEventBusGrants.putEvents of one source and detail type',
    make: ({ stack, role }) =>
      void ScopedEventBusGrants.fromEventBus(new events.EventBus(stack, 'Bus')).putEvents(role, {
        source: 'com.example.orders',
        detailTypes: ['OrderPlaced'],
      }),
    allows: [
      {
        action: 'events:PutEvents',
        on: 'Bus',
        context: { 'events:source': 'com.example.orders', 'events:detail-type': 'OrderPlaced' },
      },
      {
        action: 'events:PutEvents',
        on: 'Bus',
        context: {
          'events:source': ['com.example.orders', 'com.example.orders'],
          'events:detail-type': ['OrderPlaced', 'OrderPlaced'],
        },
      },
    ],
    denies: [
      { action: 'events:PutEvents', on: 'Bus', context: { 'events:source': 'com.example.orders' } },
      { action: 'events:PutEvents', on: 'Bus', context: { 'events:detail-type': 'OrderPlaced' } },
      {
        action: 'events:PutEvents',
        on: 'Bus',
        context: { 'events:source': 'com.example.orders', 'events:detail-type': 'OrderCancelled' },
      },
      {
        action: 'events:PutEvents',
        on: 'Bus',
        context: {
          'events:source': ['com.example.orders'],
          'events:detail-type': ['OrderPlaced', 'OrderCancelled'],
        },
      },
    ],
  },
  {
    proves: 'ScopedEventBusGrants.putEvents of one source',
    make: ({ stack, role }) =>
      void ScopedEventBusGrants.fromEventBus(new events.EventBus(stack, 'Bus')).putEvents(role, {
        source: 'com.example.orders',
      }),
    allows: [
      {
        action: 'events:PutEvents',
        on: 'Bus',
        context: { 'events:source': 'com.example.orders', 'events:detail-type': 'OrderCancelled' },
      },
    ],
  },
];

function stateMachine(stack: Stack, props: Partial<sfn.StateMachineProps> = {}): sfn.StateMachine {
  return new sfn.StateMachine(stack, 'Orders', {
    definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Done')),
    ...props,
  });
}

/** Waited for, so that whoever waits has the definition decrypted. */
function encryptedStateMachine(stack: Stack): sfn.StateMachine {
  return stateMachine(stack, {
    stateMachineName: 'orders',
    stateMachineType: sfn.StateMachineType.EXPRESS,
    encryptionConfiguration: new sfn.CustomerManagedEncryptionConfiguration(new SecureKey(stack, 'Key')),
  });
}

const ofOrders = 'arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:orders';
/** By the name, as the L2 writes it for the role, and by reference. */
const stateMachineKey = (arn = '<Orders>') => through('states', { 'aws:states:stateMachineArn': arn });

const stateMachineSubjects: Subject[] = [
  {
    proves: 'ScopedStateMachineGrants.start',
    make: ({ stack, role }) => void ScopedStateMachineGrants.fromStateMachine(stateMachine(stack)).start(role),
    allows: [{ action: 'states:StartExecution', on: 'Orders' }],
    denies: requests(['states:StartSyncExecution', 'states:DescribeStateMachine', 'states:ListExecutions'], 'Orders'),
    meant: ['start an execution'],
  },
  {
    proves: 'ScopedStateMachineGrants.start of one alias',
    make: ({ stack, role }) =>
      void ScopedStateMachineGrants.fromStateMachine(stateMachine(stack)).start(role, { qualifiers: ['PROD'] }),
    allows: [{ action: 'states:StartExecution', on: 'Orders', context: { 'states:StateMachineQualifier': ['PROD'] } }],
    denies: [
      { action: 'states:StartExecution', on: 'Orders' },
      { action: 'states:StartExecution', on: 'Orders', context: { 'states:StateMachineQualifier': ['TEST'] } },
    ],
  },
  {
    proves: 'ScopedStateMachineGrants.startSync',
    make: ({ stack, role }) => void ScopedStateMachineGrants.fromStateMachine(stateMachine(stack)).startSync(role),
    allows: [{ action: 'states:StartSyncExecution', on: 'Orders' }],
    denies: [{ action: 'states:StartExecution', on: 'Orders' }],
    meant: ['start an execution'],
  },
  {
    proves: 'ScopedStateMachineGrants.start of an encrypted state machine',
    make: ({ stack, role }) => void ScopedStateMachineGrants.fromStateMachine(encryptedStateMachine(stack)).start(role),
    allows: [
      { action: 'states:StartExecution', on: 'Orders' },
      ...requests(['kms:GenerateDataKey', 'kms:Decrypt'], 'Key', {
        by: '<Orders/Role>',
        context: stateMachineKey(ofOrders),
      }),
    ],
    denies: requests(['kms:GenerateDataKey', 'kms:Decrypt', 'kms:Encrypt'], 'Key', { context: stateMachineKey() }),
    meant: ['start an execution'],
  },
  {
    proves: 'ScopedStateMachineGrants.startSync of an encrypted state machine',
    make: ({ stack, role }) =>
      void ScopedStateMachineGrants.fromStateMachine(encryptedStateMachine(stack)).startSync(role),
    allows: [
      { action: 'states:StartSyncExecution', on: 'Orders' },
      { action: 'kms:Decrypt', on: 'Key', context: stateMachineKey() },
    ],
    denies: [
      { action: 'kms:Decrypt', on: 'Key' },
      { action: 'kms:Decrypt', on: 'Key', context: through('states') },
      { action: 'kms:Decrypt', on: 'Key', context: stateMachineKey('<OtherStateMachine>') },
      ...requests(['kms:GenerateDataKey', 'kms:Encrypt'], 'Key', { context: stateMachineKey() }),
    ],
    meant: ['start an execution'],
  },
];

const keySubjects: Subject[] = [
  {
    proves: 'ScopedKeyGrants.decryptThrough',
    make: ({ stack, role }) =>
      void ScopedKeyGrants.fromKey(new SecureKey(stack, 'Key')).decryptThrough(role, {
        service: 'sqs',
        encryptionContext: { 'aws:example': 'books' },
      }),
    allows: [{ action: 'kms:Decrypt', on: 'Key', context: through('sqs', { 'aws:example': 'books' }) }],
    denies: [
      { action: 'kms:Decrypt', on: 'Key', context: through('sqs') },
      { action: 'kms:Decrypt', on: 'Key', context: through('sqs', { 'aws:example': 'films' }) },
      { action: 'kms:GenerateDataKey', on: 'Key', context: through('sqs', { 'aws:example': 'books' }) },
      { action: 'kms:DescribeKey', on: 'Key' },
    ],
  },
  {
    proves: 'ScopedKeyGrants.encryptThrough',
    make: ({ stack, role }) =>
      void ScopedKeyGrants.fromKey(new SecureKey(stack, 'Key')).encryptThrough(role, { service: 'sqs' }),
    allows: requests(['kms:Encrypt', 'kms:GenerateDataKey'], 'Key', { context: through('sqs') }),
    denies: [{ action: 'kms:Decrypt', on: 'Key', context: through('sqs') }],
  },
];

const audit = (stream: string) => `arn:\${AWS::Partition}:logs:${account}:log-group:<Audit:Ref>:log-stream:${stream}`;
const parameter = (name: string) => `arn:\${AWS::Partition}:ssm:${account}:parameter${name}`;
const parameterKey = (name: string) => through('ssm', { PARAMETER_ARN: parameter(name) });
const profile = (id: string) =>
  `arn:\${AWS::Partition}:appconfig:${account}:application/<App:Ref>/environment/<Environment:Ref>/configuration/${id}`;
const schedule = (group: string) => `arn:\${AWS::Partition}:scheduler:${account}:schedule/${group}/1`;

const scheduledRole = (stack: Stack) =>
  new iam.Role(stack, 'ScheduledRole', { assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com') });

const otherSubjects: Subject[] = [
  {
    proves: 'ScopedLogGroupGrants.writeStream',
    make: ({ stack, role }) =>
      void ScopedLogGroupGrants.fromLogGroup(new SecureLogGroup(stack, 'Audit')).writeStream(role, 'audit'),
    allows: requests(['logs:CreateLogStream', 'logs:PutLogEvents'], audit('audit')),
    denies: [
      ...requests(['logs:CreateLogStream', 'logs:PutLogEvents'], audit('other')),
      ...requests(['logs:GetLogEvents', 'logs:DeleteLogStream'], audit('audit')),
    ],
  },
  {
    proves: 'ScopedMetricGrants.putMetricData',
    make: ({ role }) => void ScopedMetricGrants.fromNamespace('Shop/Orders').putMetricData(role),
    allows: [{ action: 'cloudwatch:PutMetricData', on: '*', context: { 'cloudwatch:namespace': 'Shop/Orders' } }],
    denies: [
      { action: 'cloudwatch:PutMetricData', on: '*', context: { 'cloudwatch:namespace': 'Shop/Orders2' } },
      { action: 'cloudwatch:PutMetricData', on: '*' },
      { action: 'cloudwatch:GetMetricData', on: '*' },
    ],
  },
  {
    proves: 'ScopedParameterGrants.read',
    make: ({ stack, role }) => {
      const encryptionKey = new SecureKey(stack, 'Key');
      ScopedParameterGrants.fromPath(stack, '/shop/prod/', { encryptionKey }).read(role);
    },
    allows: [
      ...requests(['ssm:GetParameter', 'ssm:GetParameters'], parameter('/shop/prod/url')),
      { action: 'ssm:GetParametersByPath', on: parameter('/shop/prod') },
      { action: 'ssm:GetParametersByPath', on: parameter('/shop/prod/') },
      { action: 'kms:Decrypt', on: 'Key', context: parameterKey('/shop/prod/password') },
    ],
    denies: [
      ...requests(['ssm:GetParameter', 'ssm:GetParametersByPath'], parameter('/shop/prod2/url')),
      { action: 'ssm:GetParameter', on: parameter('/shop/prod') },
      { action: 'ssm:GetParametersByPath', on: parameter('/shop') },
      { action: 'ssm:GetParameterHistory', on: parameter('/shop/prod/url') },
      { action: 'kms:Decrypt', on: 'Key', context: parameterKey('/shop/test/password') },
      { action: 'kms:Encrypt', on: 'Key', context: parameterKey('/shop/prod/password') },
    ],
  },
  {
    proves: 'ScopedConfigurationGrants.readProfile',
    make: ({ stack, role }) => {
      const application = new appconfig.Application(stack, 'App');
      const environment = new appconfig.Environment(stack, 'Environment', { application });
      const flags = new appconfig.HostedConfiguration(stack, 'Flags', {
        application,
        content: appconfig.ConfigurationContent.fromInlineText('{}'),
      });
      ScopedConfigurationGrants.fromEnvironment(environment).readProfile(role, flags);
    },
    allows: requests(
      ['appconfig:StartConfigurationSession', 'appconfig:GetLatestConfiguration'],
      profile('<Flags/ConfigurationProfile:Ref>'),
    ),
    denies: [
      ...requests(['appconfig:StartConfigurationSession', 'appconfig:GetLatestConfiguration'], profile('other')),
      { action: 'appconfig:StartDeployment', on: profile('<Flags/ConfigurationProfile:Ref>') },
    ],
  },
  {
    proves: 'ScopedRoleGrants.passTo',
    make: ({ stack, role }) =>
      void ScopedRoleGrants.fromRole(scheduledRole(stack)).passTo(role, 'scheduler.amazonaws.com'),
    allows: [
      {
        action: 'iam:PassRole',
        on: 'ScheduledRole',
        context: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
      },
    ],
    denies: [
      { action: 'iam:PassRole', on: 'ScheduledRole' },
      { action: 'iam:PassRole', on: 'ScheduledRole', context: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
    ],
    meant: ['pass a role to scheduler'],
  },
  {
    proves: 'ScopedScheduleGroupGrants.createSchedules',
    make: ({ stack, role }) => {
      const group = new scheduler.ScheduleGroup(stack, 'Group', { scheduleGroupName: 'reminders' });
      ScopedScheduleGroupGrants.fromScheduleGroup(group).createSchedules(role, scheduledRole(stack));
    },
    allows: [
      { action: 'scheduler:CreateSchedule', on: schedule('reminders') },
      {
        action: 'iam:PassRole',
        on: 'ScheduledRole',
        context: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
      },
    ],
    denies: requests(
      ['scheduler:UpdateSchedule', 'scheduler:DeleteSchedule', 'scheduler:GetSchedule'],
      schedule('reminders'),
    ),
    meant: ['pass a role to scheduler'],
  },
  {
    proves: 'ScopedScheduleGroupGrants.deleteSchedules',
    make: ({ stack, role }) => {
      const group = new scheduler.ScheduleGroup(stack, 'Group', { scheduleGroupName: 'reminders' });
      ScopedScheduleGroupGrants.fromScheduleGroup(group).deleteSchedules(role);
    },
    allows: [{ action: 'scheduler:DeleteSchedule', on: schedule('reminders') }],
    denies: [
      { action: 'scheduler:CreateSchedule', on: schedule('reminders') },
      {
        action: 'scheduler:DeleteScheduleGroup',
        on: `arn:\${AWS::Partition}:scheduler:${account}:schedule-group/reminders`,
      },
    ],
  },
];

/** Every grant of `src/grants`. */
export const intentGrants: readonly Subject[] = [
  ...bucketSubjects,
  listed,
  ...tableSubjects,
  ...messageSubjects,
  ...stateMachineSubjects,
  ...keySubjects,
  ...otherSubjects,
];
