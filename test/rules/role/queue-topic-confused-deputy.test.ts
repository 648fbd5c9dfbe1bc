import { aws_sns as sns, aws_sns_subscriptions as subscriptions, aws_sqs as sqs } from 'aws-cdk-lib';
import rule from '../../../src/rules/role/queue-topic-confused-deputy';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
  ],
  passes: [
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
    {
      name: 'the L2 subscribes a queue',
      template: (stack) =>
        new sns.Topic(stack, 'News').addSubscription(new subscriptions.SqsSubscription(new sqs.Queue(stack, 'Orders'))),
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
