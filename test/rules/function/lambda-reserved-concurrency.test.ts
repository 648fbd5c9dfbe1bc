import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/lambda-reserved-concurrency';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 may take all that there is',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        }),
    },
    {
      name: 'nothing is said',
      at: ['Orders/Properties/ReservedConcurrentExecutions'],
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
      name: 'the L2 may take twenty',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          reservedConcurrentExecutions: 20,
        }),
    },
    {
      name: 'there is a limit',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            ReservedConcurrentExecutions: 20
      `,
    },
    {
      name: 'a parameter says it',
      template: `
        Parameters:
          ReservedConcurrentExecutions: { Type: Number }
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              ReservedConcurrentExecutions: !Ref ReservedConcurrentExecutions
      `,
    },
  ],
});
