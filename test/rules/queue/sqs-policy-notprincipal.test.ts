import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/queue/sqs-policy-notprincipal';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 keeps one account out',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        inbox.addToResourcePolicy(
          new iam.PolicyStatement({
            notPrincipals: [new iam.AccountPrincipal('444455556666')],
            actions: ['sqs:SendMessage'],
            resources: [inbox.queueArn],
          }),
        );
      },
    },
    {
      name: 'all but one account may send',
      at: ['Policy/Properties/PolicyDocument/Statement/0/NotPrincipal'],
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
                  NotPrincipal: { AWS: '111122223333' }
                  Action: sqs:SendMessage
                  Resource: !GetAtt Orders.Arn
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 lets one account in',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        inbox.grantSendMessages(new iam.AccountPrincipal('111122223333'));
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
