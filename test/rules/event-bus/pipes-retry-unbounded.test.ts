import * as pipes from 'aws-cdk-lib/aws-pipes';
import rule from '../../../src/rules/event-bus/pipes-retry-unbounded';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the pipe never gives up',
      at: ['Pipe/Properties/SourceParameters/KinesisStreamParameters/MaximumRetryAttempts'],
      template: (stack) => {
        new pipes.CfnPipe(stack, 'Pipe', {
          roleArn: 'arn:aws:iam::111122223333:role/pipe',
          source: 'arn:aws:kinesis:eu-central-1:111122223333:stream/orders',
          sourceParameters: {
            kinesisStreamParameters: {
              startingPosition: 'LATEST',
              deadLetterConfig: { arn: 'arn:aws:sqs:eu-central-1:111122223333:failed' },
            },
          },
          target: 'arn:aws:lambda:eu-central-1:111122223333:function:orders',
        });
      },
    },
  ],
  passes: [
    {
      name: 'it tries three times',
      template: (stack) => {
        new pipes.CfnPipe(stack, 'Pipe', {
          roleArn: 'arn:aws:iam::111122223333:role/pipe',
          source: 'arn:aws:kinesis:eu-central-1:111122223333:stream/orders',
          sourceParameters: {
            kinesisStreamParameters: {
              startingPosition: 'LATEST',
              deadLetterConfig: { arn: 'arn:aws:sqs:eu-central-1:111122223333:failed' },
              maximumRetryAttempts: 3,
            },
          },
          target: 'arn:aws:lambda:eu-central-1:111122223333:function:orders',
        });
      },
    },
    {
      name: 'a queue counts by itself',
      template: `
        Pipe:
          Type: AWS::Pipes::Pipe
          Properties:
            Source: arn:aws:sqs:eu-central-1:111122223333:orders
            SourceParameters: { SqsQueueParameters: { BatchSize: 1 } }
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says how often',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Pipe:
            Type: AWS::Pipes::Pipe
            Properties:
              Source: arn:aws:kinesis:eu-central-1:111122223333:stream/orders
              SourceParameters: { KinesisStreamParameters: { StartingPosition: LATEST, MaximumRetryAttempts: !Ref Given } }
      `,
    },
  ],
});
