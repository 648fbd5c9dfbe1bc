import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { KinesisEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import rule from '../../../src/rules/function/esm-retry-unbounded';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is left to its defaults',
      template: (stack) => {
        const clicks = new kinesis.Stream(stack, 'Clicks');
        const report = new lambda.Function(stack, 'Report', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        report.addEventSource(new KinesisEventSource(clicks, { startingPosition: lambda.StartingPosition.LATEST }));
      },
    },
    {
      name: 'retries have no bound',
      at: ['Mapping/Properties/MaximumRetryAttempts'],
      template: `
        Table:
          Type: AWS::DynamoDB::Table
          Properties:
            StreamSpecification: { StreamViewType: KEYS_ONLY }
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: !GetAtt Table.StreamArn
            FunctionName: orders
            StartingPosition: LATEST
            MaximumRetryAttempts: -1
            BisectBatchOnFunctionError: true
      `,
    },
  ],
  passes: [
    {
      name: 'three attempts are made',
      template: (stack) => {
        const clicks = new kinesis.Stream(stack, 'Clicks');
        const report = new lambda.Function(stack, 'Report', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        report.addEventSource(
          new KinesisEventSource(clicks, { startingPosition: lambda.StartingPosition.LATEST, retryAttempts: 3 }),
        );
      },
    },
    {
      name: 'retries are bounded',
      template: `
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: arn:aws:kinesis:eu-west-1:111122223333:stream/orders
            FunctionName: orders
            StartingPosition: LATEST
            MaximumRetryAttempts: 3
      `,
    },
    {
      name: 'a queue counts by itself',
      template: `
        Queue:
          Type: AWS::SQS::Queue
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: !GetAtt Queue.Arn
            FunctionName: orders
      `,
    },
    {
      name: 'a parameter says which queue is polled',
      template: `
        Parameters:
          Source:
            Type: String
        Resources:
          Mapping:
            Type: AWS::Lambda::EventSourceMapping
            Properties:
              EventSourceArn: !Ref Source
              FunctionName: orders
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys gives the bound',
      at: ['Mapping/Properties/MaximumRetryAttempts'],
      template: `
        Parameters:
          Retries:
            Type: Number
        Resources:
          Mapping:
            Type: AWS::Lambda::EventSourceMapping
            Properties:
              EventSourceArn: arn:aws:kinesis:eu-west-1:111122223333:stream/orders
              FunctionName: orders
              StartingPosition: LATEST
              MaximumRetryAttempts: !Ref Retries
      `,
    },
  ],
});
