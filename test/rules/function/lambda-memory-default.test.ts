import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-memory-default';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        }),
    },
    {
      name: 'nothing is said',
      at: ['Orders/Properties/MemorySize'],
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
      name: 'ours says it',
      template: (stack) =>
        new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          memorySize: 256,
        }),
    },
    {
      name: 'the memory is chosen',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            MemorySize: 256
      `,
    },
    {
      name: 'a parameter says it',
      template: `
        Parameters:
          MemorySize: { Type: Number }
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              MemorySize: !Ref MemorySize
      `,
    },
  ],
});
