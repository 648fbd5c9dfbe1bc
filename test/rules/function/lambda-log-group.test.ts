import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../../src/function/secure-function';
import rule from '../../../src/rules/function/lambda-log-group';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 leaves it to Lambda',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        }),
    },
    {
      name: 'there is no log group',
      at: ['Orders/Properties/LoggingConfig/LogGroup'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
      `,
    },
    {
      name: 'the log group keeps everything',
      at: ['Orders/Properties/LoggingConfig/LogGroup'],
      template: `
        Logs:
          Type: AWS::Logs::LogGroup
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            LoggingConfig:
              LogGroup: !Ref Logs
      `,
    },
  ],
  passes: [
    {
      name: 'ours brings a log group',
      template: (stack) =>
        new SecureFunction(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
        }),
    },
    {
      name: 'the function names a log group',
      template: `
        Logs:
          Type: AWS::Logs::LogGroup
          Properties:
            RetentionInDays: 365
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            LoggingConfig:
              LogGroup: !Ref Logs
      `,
    },
    {
      name: 'the log group has the default name',
      template: `
        Logs:
          Type: AWS::Logs::LogGroup
          Properties:
            LogGroupName: !Sub /aws/lambda/\${Orders}
            RetentionInDays: 365
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs24.x
      `,
    },
    {
      name: 'both are named by hand',
      template: `
        Logs:
          Type: AWS::Logs::LogGroup
          Properties:
            LogGroupName: /aws/lambda/orders
            RetentionInDays: 365
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            FunctionName: orders
      `,
    },
    {
      name: 'the log group has the name that the function gets from a parameter',
      template: `
        Parameters:
          Stage:
            Type: String
        Resources:
          Logs:
            Type: AWS::Logs::LogGroup
            Properties:
              LogGroupName: !Sub '/aws/lambda/orders-\${Stage}'
              RetentionInDays: 365
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              FunctionName: !Sub 'orders-\${Stage}'
      `,
    },
  ],
  unknown: [
    {
      name: "the log group is somebody else's",
      at: ['Orders/Properties/LoggingConfig/LogGroup'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            LoggingConfig:
              LogGroup: /platform/functions
      `,
    },
  ],
});
