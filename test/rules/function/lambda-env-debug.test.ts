import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/function/lambda-env-debug';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the switches of development are left on',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          environment: { LOG_LEVEL: 'DEBUG', POWERTOOLS_LOGGER_LOG_EVENT: 'true' },
        }),
    },
    {
      name: 'Powertools logs every event',
      at: ['Orders/Properties/Environment/Variables/POWERTOOLS_LOGGER_LOG_EVENT'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            Environment:
              Variables:
                LOG_LEVEL: INFO
                POWERTOOLS_LOGGER_LOG_EVENT: 'true'
      `,
    },
    {
      name: 'the level is DEBUG',
      at: ['Orders/Properties/LoggingConfig/ApplicationLogLevel'],
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            LoggingConfig:
              LogFormat: JSON
              ApplicationLogLevel: DEBUG
      `,
    },
    {
      name: 'the level comes out of a mapping',
      at: ['Orders/Properties/Environment/Variables/LOG_LEVEL'],
      template: `
        Mappings:
          Stages:
            production:
              LogLevel: TRACE
        Resources:
          Orders:
            Type: AWS::Lambda::Function
            Properties:
              Environment:
                Variables:
                  LOG_LEVEL: !FindInMap [Stages, production, LogLevel]
      `,
    },
    {
      name: 'a web function logs everything',
      at: ['Shop/Properties/ServiceConfig/TelemetryConfig/LoggingConfig/ApplicationLogLevel'],
      template: `
        Shop:
          Type: AWS::Lambda::WebFunctionRevision
          Properties:
            FunctionName: shop

            ServiceConfig:
              ExecutionRoleArn: arn:aws:iam::111122223333:role/shop

              TelemetryConfig: { LoggingConfig: { ApplicationLogLevel: TRACE } }
      `,
    },
  ],
  passes: [
    {
      name: 'the switches of development are gone',
      template: (stack) =>
        new lambda.Function(stack, 'Orders', {
          code: lambda.Code.fromInline('exports.handler = async () => {}'),
          handler: 'index.handler',
          runtime: lambda.Runtime.NODEJS_24_X,
          environment: { LOG_LEVEL: 'INFO' },
        }),
    },
    {
      name: 'the level is INFO',
      template: `
        Orders:
          Type: AWS::Lambda::Function
          Properties:
            LoggingConfig:
              LogFormat: JSON
              ApplicationLogLevel: INFO
            Environment:
              Variables:
                DEBUG: 'false'
                LOG_LEVEL: WARN
                NODE_ENV: production
      `,
    },
  ],
});
