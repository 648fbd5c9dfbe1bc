import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/queue/sqs-dlq';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has no place for what failed',
      template: (stack) => new sqs.Queue(stack, 'Inbox'),
    },
    {
      name: 'there is no redrive policy',
      at: ['Orders/Properties/RedrivePolicy'],
      template: `
        Orders:
          Type: AWS::SQS::Queue
      `,
    },
    {
      name: 'the redrive policy names no queue',
      at: ['Orders/Properties/RedrivePolicy'],
      template: `
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            RedrivePolicy: {}
      `,
    },
    {
      name: 'the name says that there is none',
      at: ['QueueWithoutDlq/Properties/RedrivePolicy'],
      template: `
        QueueWithoutDlq:
          Type: AWS::SQS::Queue
      `,
    },
    {
      name: 'the redrive policy counts only',
      at: ['Orders/Properties/RedrivePolicy'],
      template: `
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            RedrivePolicy: { maxReceiveCount: 5 }
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 has one',
      template: (stack) => {
        const failed = new sqs.Queue(stack, 'Failed');
        new sqs.Queue(stack, 'Inbox', { deadLetterQueue: { queue: failed, maxReceiveCount: 3 } });
      },
    },
    {
      name: 'there is one, and the dead-letter queue needs none',
      template: `
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt Leftovers.Arn
              maxReceiveCount: 3
        Leftovers:
          Type: AWS::SQS::Queue
      `,
    },
    {
      name: 'the queue takes what EventBridge could not deliver',
      template: `
        Leftovers:
          Type: AWS::SQS::Queue
        Nightly:
          Type: AWS::Events::Rule
          Properties:
            ScheduleExpression: rate(1 day)
            Targets:
              - Id: clean
                Arn: arn:aws:lambda:eu-west-1:111122223333:function:clean
                DeadLetterConfig: { Arn: !GetAtt Leftovers.Arn }
      `,
    },
  ],
  unknown: [
    {
      name: 'the redrive policy is a parameter without a default',
      at: ['Orders/Properties/RedrivePolicy'],
      template: `
        Parameters:
          Redrive:
            Type: String
        Resources:
          Orders:
            Type: AWS::SQS::Queue
            Properties:
              RedrivePolicy: !Ref Redrive
      `,
    },
  ],
});
