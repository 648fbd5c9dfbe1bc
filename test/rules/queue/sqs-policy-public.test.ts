import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/queue/sqs-policy-public';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 grants to everybody',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        inbox.grantSendMessages(new iam.AnyPrincipal());
      },
    },
    {
      name: 'everybody may send',
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
                  Principal: '*'
                  Action: sqs:SendMessage
                  Resource: !GetAtt Orders.Arn
      `,
    },
    {
      name: 'the condition also holds where the key is missing',
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
                  Principal: { AWS: '*' }
                  Action: sqs:SendMessage
                  Resource: !GetAtt Orders.Arn
                  Condition:
                    StringEqualsIfExists: { aws:PrincipalOrgID: o-abcdefghij }
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 grants to one role',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        inbox.grantSendMessages(new iam.ArnPrincipal('arn:aws:iam::444455556666:role/shop'));
      },
    },
    {
      name: 'the accounts are a parameter that takes nothing but numbers, and is split',
      template: `
        Parameters:
          Partners: { Type: String, AllowedPattern: '\\d{12}(,\\d{12})*' }
        Resources:
          Policy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [orders]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: { AWS: !Split [',', !Ref Partners] }
                    Action: sqs:SendMessage
                    Resource: '*'
      `,
    },
    {
      name: 'only one topic may send',
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
                  Principal: '*'
                  Action: sqs:SendMessage
                  Resource: !GetAtt Orders.Arn
                  Condition:
                    ArnEquals: { aws:SourceArn: !Ref News }
      `,
    },
    {
      name: 'one role may send',
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
                  Principal: { AWS: arn:aws:iam::111122223333:role/shop }
                  Action: sqs:SendMessage
                  Resource: !GetAtt Orders.Arn
      `,
    },
  ],
  unknown: [
    {
      name: 'the policy is a parameter without a default',
      at: ['Policy/Properties/PolicyDocument'],
      template: `
        Parameters:
          Document:
            Type: String
        Resources:
          Policy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [orders]
              PolicyDocument: !Ref Document
      `,
    },
  ],
});
