import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/function/lambda-esm-visibility';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2s have the same timeout',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox', { visibilityTimeout: Duration.minutes(1) });
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          timeout: Duration.minutes(1),
        });
        orders.addEventSource(new SqsEventSource(inbox));
      },
    },
    {
      name: 'the queue waits as long as the function',
      at: ['Queue/Properties/VisibilityTimeout'],
      template: `
        Queue:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 30
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Timeout: 30
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: !GetAtt Queue.Arn
            FunctionName: !Ref Orders
      `,
    },
  ],
  passes: [
    {
      name: 'the queue has six times that of the function',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox', { visibilityTimeout: Duration.minutes(6) });
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          timeout: Duration.minutes(1),
        });
        orders.addEventSource(new SqsEventSource(inbox));
      },
    },
    {
      name: 'it waits six times as long',
      template: `
        Queue:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 180
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Timeout: 30
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: !GetAtt Queue.Arn
            FunctionName: !Ref Orders
      `,
    },
    {
      name: 'the defaults of both fit',
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
  ],
  unknown: [
    {
      name: 'whoever deploys gives the timeout',
      at: ['Orders/Properties/Timeout'],
      template: `
        Parameters:
          Timeout:
            Type: Number
        Resources:
          Queue:
            Type: AWS::SQS::Queue
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Timeout: !Ref Timeout
          Mapping:
            Type: AWS::Lambda::EventSourceMapping
            Properties:
              EventSourceArn: !GetAtt Queue.Arn
              FunctionName: !Ref Orders
      `,
    },
  ],
});
