import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/queue/sqs-policy-notaction';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 lets a partner do everything but delete it',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        inbox.addToResourcePolicy(
          new iam.PolicyStatement({
            principals: [new iam.AccountPrincipal('444455556666')],
            notActions: ['sqs:DeleteQueue'],
            resources: [inbox.queueArn],
          }),
        );
      },
    },
    {
      name: 'everything but deleting the queue is allowed',
      at: ['Policy/Properties/PolicyDocument/Statement/0/NotAction'],
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
                  NotAction: sqs:DeleteQueue
                  Resource: !GetAtt Orders.Arn
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 lets the partner send',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        inbox.grantSendMessages(new iam.AccountPrincipal('444455556666'));
      },
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
