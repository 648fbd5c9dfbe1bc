import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import {
  LeadingKeys,
  ScopedBucketGrants,
  ScopedEventBusGrants,
  ScopedKeyGrants,
  ScopedLogGroupGrants,
  ScopedQueueGrants,
  ScopedRoleGrants,
  ScopedScheduleGroupGrants,
  ScopedStateMachineGrants,
  ScopedStreamGrants,
  ScopedTableGrants,
  ScopedTopicGrants,
  SecureKey,
} from '../../../src';
import { through } from '../request';
import type { Context, Subject } from '../request';

const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
const own: Context = { 'dynamodb:LeadingKeys': ['TENANT#42'] };

/** The same on what was made elsewhere: the key is one that was given, and is used in the region of the resource. */
export const importedResources: readonly Subject[] = [
  {
    proves: 'ScopedBucketGrants on an imported bucket with a key that is given',
    make: ({ stack, role }) => {
      const bucket = s3.Bucket.fromBucketName(stack, 'Bucket', 'books');
      const encryptionKey = new SecureKey(stack, 'Key');
      ScopedBucketGrants.fromBucket(bucket, { encryptionKey }).readPrefix(role, 'in/', { list: true });
    },
    allows: [
      { action: 's3:GetObject', on: 'arn:${AWS::Partition}:s3:::books/in/a.pdf' },
      { action: 's3:ListBucket', on: 'arn:${AWS::Partition}:s3:::books', context: { 's3:prefix': 'in/' } },
      {
        action: 'kms:Decrypt',
        on: 'Key',
        context: through('s3', { 'aws:s3:arn': 'arn:${AWS::Partition}:s3:::books/in/a.pdf' }),
      },
    ],
    denies: [
      { action: 's3:GetObject', on: 'arn:${AWS::Partition}:s3:::books/private/a.pdf' },
      { action: 's3:GetObject', on: 'arn:${AWS::Partition}:s3:::books2/in/a.pdf' },
    ],
  },
  {
    proves: 'ScopedBucketGrants on an imported bucket that knows its key',
    make: ({ stack, role }) => {
      const encryptionKey = new SecureKey(stack, 'Key');
      const bucket = s3.Bucket.fromBucketAttributes(stack, 'Bucket', {
        bucketArn: 'arn:aws:s3:::books',
        encryptionKey,
      });
      ScopedBucketGrants.fromBucket(bucket).appendToPrefix(role, 'in/');
    },
    allows: [
      { action: 's3:PutObject', on: 'arn:aws:s3:::books/in/a.pdf', context: { 's3:if-none-match': '*' } },
      {
        action: 'kms:GenerateDataKey',
        on: 'Key',
        context: through('s3', { 'aws:s3:arn': 'arn:aws:s3:::books/in/a.pdf' }),
      },
    ],
    denies: [{ action: 's3:PutObject', on: 'arn:aws:s3:::books/in/a.pdf' }],
  },
  {
    proves: 'ScopedTableGrants on an imported table',
    make: ({ stack, role }) => {
      const encryptionKey = new SecureKey(stack, 'Key');
      const table = dynamodb.Table.fromTableAttributes(stack, 'Table', { tableName: 'books', encryptionKey });
      ScopedTableGrants.fromTable(table).readItems(role, {
        leadingKeys: LeadingKeys.of('TENANT#42'),
        attributes: ['pk', 'name'],
      });
    },
    allows: [
      {
        action: 'dynamodb:Query',
        on: 'arn:${AWS::Partition}:dynamodb:eu-west-1:111122223333:table/books',
        context: { ...own, 'dynamodb:Attributes': ['pk', 'name'], 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
      },
      {
        action: 'kms:Decrypt',
        on: 'Key',
        context: through('dynamodb', {
          'aws:dynamodb:tableName': 'books',
          'aws:dynamodb:subscriberId': '111122223333',
        }),
      },
    ],
    denies: [
      {
        action: 'dynamodb:Query',
        on: 'arn:${AWS::Partition}:dynamodb:eu-west-1:111122223333:table/books',
        context: own,
      },
    ],
  },
  {
    proves: 'ScopedQueueGrants on an imported queue, with an imported key',
    make: ({ stack, role }) => {
      const encryptionKey = kms.Key.fromKeyArn(stack, 'Key', arn('kms', 'key/a1b2'));
      ScopedQueueGrants.fromQueue(sqs.Queue.fromQueueArn(stack, 'Queue', arn('sqs', 'books')), { encryptionKey }).send(
        role,
      );
    },
    allows: [{ action: 'sqs:SendMessage', on: arn('sqs', 'books') }],
    denies: [{ action: 'sqs:ReceiveMessage', on: arn('sqs', 'books') }],
  },
  {
    proves: 'ScopedTopicGrants on an imported topic',
    make: ({ stack, role }) =>
      void ScopedTopicGrants.fromTopic(sns.Topic.fromTopicArn(stack, 'Topic', arn('sns', 'books'))).publish(role),
    allows: [{ action: 'sns:Publish', on: arn('sns', 'books') }],
    denies: [{ action: 'sns:Subscribe', on: arn('sns', 'books') }],
  },
  {
    proves: 'ScopedStreamGrants on an imported stream',
    make: ({ stack, role }) =>
      void ScopedStreamGrants.fromStream(
        kinesis.Stream.fromStreamArn(stack, 'Stream', arn('kinesis', 'stream/books')),
      ).putRecords(role),
    allows: [{ action: 'kinesis:PutRecords', on: arn('kinesis', 'stream/books') }],
    denies: [{ action: 'kinesis:GetRecords', on: arn('kinesis', 'stream/books') }],
  },
  {
    proves: 'ScopedEventBusGrants on the default bus',
    make: ({ stack, role }) =>
      void ScopedEventBusGrants.fromEventBus(events.EventBus.fromEventBusName(stack, 'Bus', 'default')).putEvents(
        role,
        {
          source: 'com.example.orders',
        },
      ),
    allows: [
      {
        action: 'events:PutEvents',
        on: 'arn:${AWS::Partition}:events:eu-west-1:111122223333:event-bus/default',
        context: { 'events:source': 'com.example.orders' },
      },
    ],
    denies: [
      {
        action: 'events:PutEvents',
        on: 'arn:${AWS::Partition}:events:eu-west-1:111122223333:event-bus/default',
        context: { 'events:source': 'com.example.payments' },
      },
    ],
  },
  {
    proves: 'ScopedStateMachineGrants on an imported state machine',
    make: ({ stack, role }) =>
      void ScopedStateMachineGrants.fromStateMachine(
        sfn.StateMachine.fromStateMachineArn(stack, 'Orders', arn('states', 'stateMachine:orders')),
      ).start(role),
    allows: [{ action: 'states:StartExecution', on: arn('states', 'stateMachine:orders') }],
    denies: [
      { action: 'states:StopExecution', on: arn('states', 'execution:orders:1') },
      { action: 'states:StartExecution', on: arn('states', 'stateMachine:orders2') },
    ],
  },
  {
    proves: 'ScopedKeyGrants on an imported key',
    make: ({ stack, role }) =>
      void ScopedKeyGrants.fromKey(kms.Key.fromKeyArn(stack, 'Key', arn('kms', 'key/a1b2'))).decryptThrough(role, {
        service: 's3',
      }),
    allows: [],
    denies: [{ action: 'kms:Decrypt', on: arn('kms', 'key/a1b2') }],
  },
  {
    proves: 'ScopedLogGroupGrants on an imported log group',
    make: ({ stack, role }) =>
      void ScopedLogGroupGrants.fromLogGroup(logs.LogGroup.fromLogGroupName(stack, 'Group', 'books')).writeStream(
        role,
        'audit',
      ),
    allows: [
      {
        action: 'logs:PutLogEvents',
        on: 'arn:${AWS::Partition}:logs:eu-west-1:111122223333:log-group:books:log-stream:audit',
      },
    ],
    denies: [
      {
        action: 'logs:PutLogEvents',
        on: 'arn:${AWS::Partition}:logs:eu-west-1:111122223333:log-group:books:log-stream:audit2',
      },
    ],
  },
  {
    proves: 'ScopedScheduleGroupGrants on an imported group, with an imported role',
    make: ({ stack, role }) =>
      void ScopedScheduleGroupGrants.fromScheduleGroup(
        scheduler.ScheduleGroup.fromScheduleGroupArn(stack, 'Group', arn('scheduler', 'schedule-group/reminders')),
      ).createSchedules(role, iam.Role.fromRoleArn(stack, 'Sends', 'arn:aws:iam::111122223333:role/sends')),
    allows: [
      {
        action: 'scheduler:CreateSchedule',
        on: 'arn:${AWS::Partition}:scheduler:eu-west-1:111122223333:schedule/reminders/1',
      },
      {
        action: 'iam:PassRole',
        on: 'arn:aws:iam::111122223333:role/sends',
        context: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
      },
    ],
    denies: [
      {
        action: 'scheduler:CreateSchedule',
        on: 'arn:${AWS::Partition}:scheduler:eu-west-1:111122223333:schedule/default/1',
      },
    ],
  },
  {
    proves: 'ScopedRoleGrants on an imported role',
    make: ({ stack, role }) =>
      void ScopedRoleGrants.fromRole(
        iam.Role.fromRoleArn(stack, 'Sends', 'arn:aws:iam::111122223333:role/sends'),
      ).passTo(role, 'states.amazonaws.com'),
    allows: [
      {
        action: 'iam:PassRole',
        on: 'arn:aws:iam::111122223333:role/sends',
        context: { 'iam:PassedToService': 'states.amazonaws.com' },
      },
    ],
    denies: [
      {
        action: 'iam:PassRole',
        on: 'arn:aws:iam::111122223333:role/sends',
        context: { 'iam:PassedToService': 'lambda.amazonaws.com' },
      },
    ],
  },
];
