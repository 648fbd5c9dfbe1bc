import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/role/queue-topic-confused-deputy';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 lets in every topic',
      template: (stack) => {
        const news = new sns.Topic(stack, 'News');
        const inbox = new sqs.Queue(stack, 'Inbox');
        inbox.grantSendMessages(new iam.ServicePrincipal('sns.amazonaws.com'));
        new sns.CfnSubscription(stack, 'Subscription', {
          topicArn: news.topicArn,
          protocol: 'sqs',
          endpoint: inbox.queueArn,
        });
      },
    },
    {
      name: 'every topic may send to the queue',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Principal'],
      template: `
        Orders:
          Type: AWS::SQS::Queue
        Policy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [!Ref Orders]
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: { Service: sns.amazonaws.com }
                  Action: sqs:SendMessage
                  Resource: !GetAtt Orders.Arn
      `,
    },
    {
      name: 'the source is any',
      template: `
        Orders:
          Type: AWS::SQS::Queue
        Policy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [!Ref Orders]
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: { Service: s3.amazonaws.com }
                  Action: sqs:SendMessage
                  Resource: !GetAtt Orders.Arn
                  Condition:
                    ArnLike: { aws:SourceArn: 'arn:aws:s3:::*' }
      `,
    },
    {
      name: 'the condition also holds without a source',
      template: `
        Orders:
          Type: AWS::SQS::Queue
        Policy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [!Ref Orders]
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: { Service: sns.amazonaws.com }
                  Action: sqs:SendMessage
                  Resource: !GetAtt Orders.Arn
                  Condition:
                    StringEqualsIfExists: { aws:SourceAccount: !Ref AWS::AccountId }
      `,
    },
    {
      name: 'an event bus takes what a service sends for anybody',
      at: ['Policy/Properties/Statement/Principal'],
      template: `
        Policy:
          Type: AWS::Events::EventBusPolicy
          Properties:
            StatementId: all
            Statement:
              Effect: Allow
              Principal: { Service: iot.amazonaws.com }
              Action: events:PutEvents
              Resource: '*'
      `,
    },
    {
      name: 'a policy of the queue alone lets a service send for anybody',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Principal'],
      template: `
        Policy:
          Type: AWS::SQS::QueueInlinePolicy
          Properties:
            Queue: https://sqs.eu-central-1.amazonaws.com/111122223333/orders
            PolicyDocument:
              Statement:
                - { Effect: Allow, Principal: { Service: sns.amazonaws.com }, Action: sqs:SendMessage, Resource: '*' }
      `,
    },
    {
      name: 'the bus has its policy inside',
      at: ['Bus/Properties/Policy/Statement/0/Principal'],
      template: `
        Bus:
          Type: AWS::Events::EventBus
          Properties:
            Name: orders
            Policy:
              Statement:
                - { Effect: Allow, Principal: { Service: s3.amazonaws.com }, Action: events:PutEvents, Resource: '*' }
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 lets in the topic',
      template: (stack) => {
        const news = new sns.Topic(stack, 'News');
        const inbox = new sqs.Queue(stack, 'Inbox');
        news.addSubscription(new SqsSubscription(inbox));
      },
    },
    {
      name: 'one topic may',
      template: `
        News:
          Type: AWS::SNS::Topic
        Orders:
          Type: AWS::SQS::Queue
        Policy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [!Ref Orders]
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: { Service: sns.amazonaws.com }
                  Action: sqs:SendMessage
                  Resource: !GetAtt Orders.Arn
                  Condition:
                    ArnEquals: { aws:SourceArn: !Ref News }
      `,
    },
    {
      name: 'for this account',
      template: `
        Orders:
          Type: AWS::SQS::Queue
        Policy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [!Ref Orders]
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: { Service: s3.amazonaws.com }
                  Action: sqs:SendMessage
                  Resource: !GetAtt Orders.Arn
                  Condition:
                    StringEquals: { aws:SourceAccount: !Ref AWS::AccountId }
      `,
    },
    {
      name: 'no service is named',
      template: `
        Orders:
          Type: AWS::SQS::Queue
        Policy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [!Ref Orders]
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: { AWS: arn:aws:iam::111122223333:root }
                  Action: sqs:SendMessage
                  Resource: !GetAtt Orders.Arn
      `,
    },
  ],
  unknown: [
    {
      name: 'the account is a parameter without a default',
      template: `
        Parameters:
          Account:
            Type: String
        Resources:
          Orders:
            Type: AWS::SQS::Queue
          Policy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!Ref Orders]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: { Service: s3.amazonaws.com }
                    Action: sqs:SendMessage
                    Resource: !GetAtt Orders.Arn
                    Condition:
                      StringEquals: { aws:SourceAccount: !Ref Account }
      `,
    },
  ],
});
