import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { SqsDestination } from 'aws-cdk-lib/aws-s3-notifications';
import * as sns from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription, SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/delivery/delivery-denied';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'an L1 subscribes an encrypted queue and tells neither the queue nor its key',
      template: (stack) => {
        const orders = new sns.Topic(stack, 'Orders');
        const inbox = new sqs.Queue(stack, 'Inbox', { encryption: sqs.QueueEncryption.KMS });
        new sns.CfnSubscription(stack, 'Subscription', {
          topicArn: orders.topicArn,
          protocol: 'sqs',
          endpoint: inbox.queueArn,
        });
      },
    },
    {
      name: 'the queue has no policy',
      at: ['Subscription/Properties/Endpoint'],
      template: `
        Orders:
          Type: AWS::SNS::Topic
        Inbox:
          Type: AWS::SQS::Queue
        Subscription:
          Type: AWS::SNS::Subscription
          Properties:
            TopicArn: !Ref Orders
            Protocol: sqs
            Endpoint: !GetAtt Inbox.Arn
      `,
    },
    {
      name: 'the permission of the function is for another rule',
      at: ['Nightly/Properties/Targets/0/Arn'],
      template: `
        Nightly:
          Type: AWS::Events::Rule
          Properties:
            ScheduleExpression: rate(1 day)
            Targets:
              - {Id: report, Arn: !GetAtt Report.Arn}
        Report:
          Type: AWS::Lambda::Function
          Properties:
            Role: arn:aws:iam::111122223333:role/report
            Code: {ZipFile: 'x'}
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            FunctionName: !Ref Report
            Action: lambda:InvokeFunction
            Principal: events.amazonaws.com
            SourceArn: arn:aws:events:eu-west-1:111122223333:rule/weekly
      `,
    },
    {
      name: 'a topic of alarms whose policy lets in only the account in so many words',
      at: ['Errors/Properties/AlarmActions/0'],
      template: `
        Errors:
          Type: AWS::CloudWatch::Alarm
          Properties:
            ComparisonOperator: GreaterThanThreshold
            EvaluationPeriods: 1
            AlarmActions: [!Ref Alarms]
        Alarms:
          Type: AWS::SNS::Topic
        AlarmsPolicy:
          Type: AWS::SNS::TopicPolicy
          Properties:
            Topics: [!Ref Alarms]
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - {Effect: Allow, Principal: {Service: events.amazonaws.com}, Action: 'sns:Publish', Resource: !Ref Alarms}
      `,
    },
    {
      name: 'the dead-letter queue of a rule has no policy, and the role is for the target alone',
      at: ['Nightly/Properties/Targets/0/DeadLetterConfig/Arn'],
      template: `
        Nightly:
          Type: AWS::Events::Rule
          Properties:
            ScheduleExpression: rate(1 day)
            Targets:
              - Id: orders
                Arn: arn:aws:kinesis:eu-west-1:111122223333:stream/orders
                RoleArn: arn:aws:iam::111122223333:role/orders
                DeadLetterConfig: {Arn: !GetAtt Failed.Arn}
        Failed:
          Type: AWS::SQS::Queue
      `,
    },
    {
      name: 'the key of a dead-letter queue lets in the account alone',
      at: ['Subscription/Properties/RedrivePolicy/deadLetterTargetArn'],
      template: `
        Orders:
          Type: AWS::SNS::Topic
        Subscription:
          Type: AWS::SNS::Subscription
          Properties:
            TopicArn: !Ref Orders
            Protocol: https
            Endpoint: https://example.com/orders
            RedrivePolicy: {deadLetterTargetArn: !GetAtt Failed.Arn}
        Failed:
          Type: AWS::SQS::Queue
          Properties: {KmsMasterKeyId: !Ref Key}
        FailedPolicy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [!Ref Failed]
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: {Service: sns.amazonaws.com}
                  Action: sqs:SendMessage
                  Resource: !GetAtt Failed.Arn
                  Condition: {ArnEquals: {'aws:SourceArn': !Ref Orders}}
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Statement:
                - {Effect: Allow, Principal: {AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root'}, Action: 'kms:*', Resource: '*'}
      `,
    },
  ],
  passes: [
    {
      name: 'the L2s let what could not be delivered into its queue',
      template: (stack) => {
        const failed = new sqs.Queue(stack, 'Failed');
        const report = new lambda.Function(stack, 'Report', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        new sns.Topic(stack, 'Orders').addSubscription(new LambdaSubscription(report, { deadLetterQueue: failed }));
        new events.Rule(stack, 'Nightly', {
          schedule: events.Schedule.rate(Duration.days(1)),
          targets: [new targets.LambdaFunction(report, { deadLetterQueue: failed })],
        });
      },
    },
    {
      name: 'the L2s write what a subscription, a rule and a notification need',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox', { encryption: sqs.QueueEncryption.KMS });
        new sns.Topic(stack, 'Orders').addSubscription(new SqsSubscription(inbox));
        new events.Rule(stack, 'Nightly', {
          schedule: events.Schedule.rate(Duration.days(1)),
          targets: [new targets.SqsQueue(inbox)],
        });
        new s3.Bucket(stack, 'Uploads').addObjectCreatedNotification(new SqsDestination(inbox));
      },
    },
    {
      name: 'the alarm reaches a topic with the default policy',
      template: `
        Errors:
          Type: AWS::CloudWatch::Alarm
          Properties:
            ComparisonOperator: GreaterThanThreshold
            EvaluationPeriods: 1
            AlarmActions: [!Ref Alarms]
        Alarms:
          Type: AWS::SNS::Topic
      `,
    },
    {
      name: 'the queue belongs to others, who decide',
      template: `
        Subscription:
          Type: AWS::SNS::Subscription
          Properties:
            TopicArn: !Ref Orders
            Protocol: sqs
            Endpoint: arn:aws:sqs:eu-west-1:444455556666:inbox
        Orders:
          Type: AWS::SNS::Topic
      `,
    },
  ],
  unknown: [
    {
      name: 'the policy of the queue is a parameter without a default',
      at: ['Subscription/Properties/Endpoint'],
      template: `
        Parameters:
          Document: {Type: String}
        Resources:
          Orders:
            Type: AWS::SNS::Topic
          Inbox:
            Type: AWS::SQS::Queue
          InboxPolicy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!Ref Inbox]
              PolicyDocument: !Ref Document
          Subscription:
            Type: AWS::SNS::Subscription
            Properties:
              TopicArn: !Ref Orders
              Protocol: sqs
              Endpoint: !GetAtt Inbox.Arn
      `,
    },
  ],
});
