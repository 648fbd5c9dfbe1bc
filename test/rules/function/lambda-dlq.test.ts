import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-dlq';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a rule invokes the L2',
      template: (stack) => {
        const report = new lambda.Function(stack, 'Report', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        new events.Rule(stack, 'Nightly', {
          schedule: events.Schedule.rate(Duration.days(1)),
          targets: [new targets.LambdaFunction(report)],
        });
      },
    },
    {
      name: 'failed events go nowhere',
      at: ['Orders/Properties/DeadLetterConfig/TargetArn'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
      `,
    },
  ],
  passes: [
    {
      name: 'a rule invokes ours, which has a failure queue',
      template: (stack) => {
        const report = new SecureFunction(stack, 'Report', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
        new events.Rule(stack, 'Nightly', {
          schedule: events.Schedule.rate(Duration.days(1)),
          targets: [new targets.LambdaFunction(report)],
        });
      },
    },
    {
      name: 'a queue takes them',
      template: `
        Failed:
          Type: AWS::SQS::Queue
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            DeadLetterConfig:
              TargetArn: !GetAtt Failed.Arn
      `,
    },
  ],
});
