import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/function/esm-sqs-no-max-concurrency';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 takes all that there is',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addEventSource(new SqsEventSource(inbox));
      },
    },
    {
      name: 'neither the mapping nor the function has a limit',
      at: ['Mapping/Properties/ScalingConfig/MaximumConcurrency'],
      template: `
        Queue:
          Type: AWS::SQS::Queue
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: !GetAtt Queue.Arn
            FunctionName: !Ref Orders
      `,
    },
    {
      name: 'a parameter says which queue is polled, as it has no position to start at',
      at: ['Mapping/Properties/ScalingConfig/MaximumConcurrency'],
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
  passes: [
    {
      name: 'the L2 takes ten at a time',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addEventSource(new SqsEventSource(inbox, { maxConcurrency: 10 }));
      },
    },
    {
      name: 'the mapping has one',
      template: `
        Queue:
          Type: AWS::SQS::Queue
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: !GetAtt Queue.Arn
            FunctionName: orders
            ScalingConfig:
              MaximumConcurrency: 10
      `,
    },
    {
      name: 'the function has one',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            ReservedConcurrentExecutions: 20
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: arn:aws:sqs:eu-west-1:111122223333:orders
            FunctionName: !GetAtt Orders.Arn
      `,
    },
    {
      name: 'a parameter says which stream is polled',
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
    {
      name: 'a parameter says which cluster is polled',
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
              Topics: [orders]
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
