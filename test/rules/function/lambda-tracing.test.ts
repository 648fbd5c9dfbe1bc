import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-tracing';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is left to its default',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        }),
    },
    {
      name: 'nothing is said',
      at: ['Orders/Properties/TracingConfig/Mode'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
      `,
    },
    {
      name: 'only what a caller samples is traced',
      at: ['Orders/Properties/TracingConfig/Mode'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            TracingConfig:
              Mode: PassThrough
      `,
    },
  ],
  passes: [
    {
      name: 'ours traces',
      template: (stack) =>
        new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        }),
    },
    {
      name: 'it traces',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            TracingConfig:
              Mode: Active
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says so',
      template: `
        Parameters:
          Mode:
            Type: String
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              TracingConfig:
                Mode: !Ref Mode
      `,
    },
  ],
});
