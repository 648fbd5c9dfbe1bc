import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/durable-timeout-excessive';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a year, to be on the safe side',
      at: ['Orders/Properties/DurableConfig/ExecutionTimeout'],
      template: (stack) => {
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          durableConfig: { executionTimeout: Duration.days(365) },
        });
      },
    },
  ],
  passes: [
    {
      name: 'a week is enough for somebody to approve',
      template: (stack) => {
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          durableConfig: { executionTimeout: Duration.days(7) },
        });
      },
    },
    {
      name: 'a function that is not durable',
      template: (stack) => {
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        });
      },
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says how long',
      template: `
        Parameters:
          Seconds:
            Type: Number
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              DurableConfig: { ExecutionTimeout: !Ref Seconds }
      `,
    },
  ],
});
