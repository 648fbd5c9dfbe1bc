import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-log-format';
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
      at: ['Orders/Properties/LoggingConfig/LogFormat'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
      `,
    },
    {
      name: 'it is text',
      at: ['Orders/Properties/LoggingConfig/LogFormat'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            LoggingConfig: { LogFormat: Text }
      `,
    },
  ],
  passes: [
    {
      name: 'ours logs as JSON',
      template: (stack) =>
        new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        }),
    },
    {
      name: 'it is JSON',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            LoggingConfig: { LogFormat: JSON }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Orders/Properties/LoggingConfig/LogFormat'],
      template: `
        Parameters:
          Format: { Type: String }
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              LoggingConfig: { LogFormat: !Ref Format }
      `,
    },
  ],
});
