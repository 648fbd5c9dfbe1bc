import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import rule from '../../../src/rules/function/lambda-latest-invoke';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is bound itself',
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
      name: 'the queue is bound to the function itself',
      at: ['Mapping/Properties/FunctionName'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: arn:aws:sqs:eu-west-1:111122223333:orders
            FunctionName: !Ref Orders
      `,
    },
  ],
  passes: [
    {
      name: 'an alias of the L2 is bound',
      template: (stack) => {
        const inbox = new sqs.Queue(stack, 'Inbox');
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        orders.addAlias('live').addEventSource(new SqsEventSource(inbox));
      },
    },
    {
      name: 'the queue is bound to an alias',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
        Live:
          Type: AWS::Lambda::Alias
          Properties: { FunctionName: !Ref Orders, FunctionVersion: '7', Name: live }
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties:
            EventSourceArn: arn:aws:sqs:eu-west-1:111122223333:orders
            FunctionName: !Ref Live
      `,
    },
  ],
});
