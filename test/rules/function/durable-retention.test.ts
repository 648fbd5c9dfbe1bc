import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/durable-retention';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'three months',
      at: ['Orders/Properties/DurableConfig/RetentionPeriodInDays'],
      template: (stack) => {
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          durableConfig: { executionTimeout: Duration.days(1), retentionPeriod: Duration.days(90) },
        });
      },
    },
  ],
  passes: [
    {
      name: 'two weeks, as the service does by itself',
      template: (stack) => {
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          durableConfig: { executionTimeout: Duration.days(1) },
        });
      },
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says how long',
      template: `
        Parameters:
          Days:
            Type: Number
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              DurableConfig: { ExecutionTimeout: 86400, RetentionPeriodInDays: !Ref Days }
      `,
    },
  ],
});
