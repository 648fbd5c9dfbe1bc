import { Duration } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/queue/sqs-dlq-retention';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2s are left to their default',
      template: (stack) => {
        const failed = new sqs.Queue(stack, 'Failed');
        new sqs.Queue(stack, 'Inbox', { deadLetterQueue: { queue: failed, maxReceiveCount: 3 } });
      },
    },
    {
      name: 'both keep messages for as long',
      at: ['Leftovers/Properties/MessageRetentionPeriod'],
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
      name: 'the dead-letter queue keeps them for a day',
      at: ['Leftovers/Properties/MessageRetentionPeriod'],
      template: `
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt Leftovers.Arn
              maxReceiveCount: 3
        Leftovers:
          Type: AWS::SQS::Queue
          Properties:
            MessageRetentionPeriod: 86400
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 keeps what failed for longer',
      template: (stack) => {
        const failed = new sqs.Queue(stack, 'Failed', { retentionPeriod: Duration.days(14) });
        new sqs.Queue(stack, 'Inbox', { deadLetterQueue: { queue: failed, maxReceiveCount: 3 } });
      },
    },
    {
      name: 'it keeps them for 14 days',
      template: `
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt Leftovers.Arn
              maxReceiveCount: 3
        Leftovers:
          Type: AWS::SQS::Queue
          Properties:
            MessageRetentionPeriod: 1209600
      `,
    },
    {
      name: 'a FIFO queue counts anew',
      template: `
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            RedrivePolicy:
              deadLetterTargetArn: !GetAtt Leftovers.Arn
              maxReceiveCount: 3
            FifoQueue: true
        Leftovers:
          Type: AWS::SQS::Queue
          Properties:
            FifoQueue: true
      `,
    },
  ],
  unknown: [
    {
      name: 'the time is a parameter without a default',
      at: ['Leftovers/Properties/MessageRetentionPeriod'],
      template: `
        Parameters:
          Seconds:
            Type: Number
        Resources:
          Orders:
            Type: AWS::SQS::Queue
            Properties:
              RedrivePolicy:
                deadLetterTargetArn: !GetAtt Leftovers.Arn
                maxReceiveCount: 3
          Leftovers:
            Type: AWS::SQS::Queue
            Properties:
              MessageRetentionPeriod: !Ref Seconds
      `,
    },
  ],
});
