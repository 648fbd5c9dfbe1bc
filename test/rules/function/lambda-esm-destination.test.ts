import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { KinesisEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/function/lambda-esm-destination';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 drops what failed',
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
      name: 'a stream has no destination for what failed',
      at: ['Mapping/Properties/DestinationConfig/OnFailure/Destination'],
      template: `
        Stream:
          Type: AWS::Kinesis::Stream
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: !GetAtt Stream.Arn
            FunctionName: orders
            StartingPosition: LATEST
      `,
    },
    {
      name: 'a parameter says which stream is polled',
      at: ['Mapping/Properties/DestinationConfig/OnFailure/Destination'],
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
              StartingPosition: LATEST
      `,
    },
  ],
  passes: [
    {
      name: 'the L2 has a queue for what failed',
      template: (stack) => {
        const clicks = new kinesis.Stream(stack, 'Clicks');
        const report = new lambda.Function(stack, 'Report', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        const onFailure = new SqsDlq(new sqs.Queue(stack, 'Failed'));
        report.addEventSource(
          new KinesisEventSource(clicks, { startingPosition: lambda.StartingPosition.LATEST, onFailure }),
        );
      },
    },
    {
      name: 'it has one',
      template: `
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: arn:aws:dynamodb:eu-west-1:111122223333:table/orders/stream/2026-01-01T00:00:00.000
            FunctionName: orders
            StartingPosition: LATEST
            DestinationConfig:
              OnFailure:
                Destination: arn:aws:sqs:eu-west-1:111122223333:failed
      `,
    },
    {
      name: 'a queue has its own',
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
    {
      name: 'a parameter says which broker is polled',
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
              Queues: [orders]
      `,
    },
  ],
  unknown: [
    {
      name: 'the mapping stands in a file elsewhere',
      at: ['Mapping'],
      template: `
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://pieces/mapping.yaml } }
      `,
    },
  ],
});
