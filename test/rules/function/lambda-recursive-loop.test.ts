import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-recursive-loop';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 allows loops',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          recursiveLoop: lambda.RecursiveLoop.ALLOW,
        }),
    },
    {
      name: 'loops are allowed',
      at: ['Orders/Properties/RecursiveLoop'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            RecursiveLoop: Allow
      `,
    },
    {
      name: 'they are under one condition',
      at: ['Orders/Properties/RecursiveLoop'],
      template: `
        Conditions:
          IsBatch: !Equals [!Ref AWS::Region, eu-west-1]
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              RecursiveLoop: !If [IsBatch, Allow, Terminate]
      `,
    },
  ],
  passes: [
    {
      name: 'ours has Lambda stop them',
      template: (stack) =>
        new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        }),
    },
    {
      name: 'nothing is said',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says so',
      template: `
        Parameters:
          Loops:
            Type: String
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              RecursiveLoop: !Ref Loops
      `,
    },
  ],
});
