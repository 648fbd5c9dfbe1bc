import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import rule from '../../../src/rules/function/lambda-permission-multi-principal';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 does the work of two',
      template: (stack) => {
        const orders = new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        new sns.Topic(stack, 'News').addSubscription(new LambdaSubscription(orders));
        new events.Rule(stack, 'Nightly', {
          schedule: events.Schedule.rate(Duration.days(1)),
          targets: [new targets.LambdaFunction(orders)],
        });
      },
    },
    {
      name: 'a topic and a rule invoke the function',
      at: ['Orders'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
        ByTopic:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref Orders
            Principal: sns.amazonaws.com
        ByRule:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !GetAtt Orders.Arn
            Principal: events.amazonaws.com
      `,
    },
  ],
  passes: [
    {
      name: 'there are two L2s',
      template: (stack) => {
        const settings = {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        };
        const orders = new lambda.Function(stack, 'Orders', settings);
        new sns.Topic(stack, 'News').addSubscription(new LambdaSubscription(orders));
        const report = new lambda.Function(stack, 'Report', settings);
        new events.Rule(stack, 'Nightly', {
          schedule: events.Schedule.rate(Duration.days(1)),
          targets: [new targets.LambdaFunction(report)],
        });
      },
    },
    {
      name: 'two topics do',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
        ByTopic:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref Orders
            Principal: sns.amazonaws.com
        ByOtherTopic:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref Orders
            Principal: sns.amazonaws.com
      `,
    },
  ],
});
