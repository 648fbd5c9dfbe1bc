import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/queue/sqs-policy-wildcard-action';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 grants everything to a partner',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        inbox.grant(new iam.AccountPrincipal('444455556666'), 'sqs:*');
      },
    },
    {
      name: 'another account may do everything',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action'],
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
                  Principal: { AWS: '111122223333' }
                  Action: sqs:*
                  Resource: !GetAtt Orders.Arn
      `,
    },
    {
      name: 'a role may rewrite the policy',
      at: ['Policy/Properties/PolicyDocument/Statement/0/Action/1'],
      template: `
        Policy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [orders]
            PolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: { AWS: arn:aws:iam::111122223333:role/shop }
                  Action: [sqs:SendMessage, sqs:SetQueueAttributes]
                  Resource: '*'
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 grants sending to it',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        inbox.grantSendMessages(new iam.AccountPrincipal('444455556666'));
      },
    },
    {
      name: 'the account itself may do everything',
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
                  Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root' }
                  Action: sqs:*
                  Resource: !GetAtt Orders.Arn
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
