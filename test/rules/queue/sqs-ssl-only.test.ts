import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/queue/sqs-ssl-only';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is left to its default',
      template: (stack) => new sqs.Queue(stack, 'Inbox'),
    },
    {
      name: 'there is no policy',
      at: ['Orders'],
      template: `
        Orders:
          Type: AWS::SQS::Queue
      `,
    },
    {
      name: 'only sending is denied',
      at: ['Orders'],
      template: `
        Orders:
          Type: AWS::SQS::Queue
        Policy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [!Ref Orders]
            PolicyDocument:
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: sqs:SendMessage
                  Resource: !GetAtt Orders.Arn
                  Condition:
                    Bool: { aws:SecureTransport: 'false' }
      `,
    },
    {
      name: 'only one account is denied',
      at: ['Orders'],
      template: `
        Orders:
          Type: AWS::SQS::Queue
        Policy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [!Ref Orders]
            PolicyDocument:
              Statement:
                - Effect: Deny
                  Principal: { AWS: '111122223333' }
                  Action: sqs:*
                  Resource: !GetAtt Orders.Arn
                  Condition:
                    Bool: { aws:SecureTransport: 'false' }
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 denies the rest',
      template: (stack) => new sqs.Queue(stack, 'Inbox', { enforceSSL: true }),
    },
    {
      name: 'everybody is denied everything',
      template: `
        Orders:
          Type: AWS::SQS::Queue
        Policy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [!Ref Orders]
            PolicyDocument:
              Statement:
                - Effect: Deny
                  Principal: '*'
                  Action: sqs:*
                  Resource: !GetAtt Orders.Arn
                  Condition:
                    Bool: { aws:SecureTransport: 'false' }
      `,
    },
  ],
  unknown: [
    {
      name: 'the policy is a parameter',
      template: `
        Parameters:
          Policy:
            Type: String
        Resources:
          Orders:
            Type: AWS::SQS::Queue
          Access:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!Ref Orders]
              PolicyDocument: !Ref Policy
      `,
    },
  ],
});
