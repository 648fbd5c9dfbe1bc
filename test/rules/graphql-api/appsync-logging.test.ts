import * as path from 'node:path';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import rule from '../../../src/rules/graphql-api/appsync-logging';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no log',
      at: ['Orders/Properties/LogConfig'],
      template: (stack) =>
        new appsync.GraphqlApi(stack, 'Orders', {
          name: 'orders',
          definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql')),
        }),
    },
    {
      name: 'fields are left out',
      at: ['Orders/Properties/LogConfig/FieldLogLevel'],
      template: `
        Orders:
          Type: AWS::AppSync::GraphQLApi
          Properties:
            Name: orders
            AuthenticationType: AWS_IAM
            LogConfig: { FieldLogLevel: NONE, CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/logs }
      `,
    },
    {
      name: 'AppSync has no role to write the log with',
      at: ['Orders/Properties/LogConfig/CloudWatchLogsRoleArn'],
      template: `
        Orders:
          Type: AWS::AppSync::GraphQLApi
          Properties:
            Name: orders
            AuthenticationType: AWS_IAM
            LogConfig: { FieldLogLevel: ALL }
      `,
    },
    {
      name: 'there is none of events',
      at: ['Chat/Properties/EventConfig/LogConfig'],
      template: `
        Chat:
          Type: AWS::AppSync::Api
          Properties:
            Name: chat
            EventConfig:
              AuthProviders: [{ AuthType: AWS_IAM }]
              ConnectionAuthModes: [{ AuthType: AWS_IAM }]
              DefaultPublishAuthModes: [{ AuthType: AWS_IAM }]
              DefaultSubscribeAuthModes: [{ AuthType: AWS_IAM }]
      `,
    },
  ],
  passes: [
    {
      name: 'errors of events are logged',
      template: `
        Chat:
          Type: AWS::AppSync::Api
          Properties:
            Name: chat
            EventConfig:
              AuthProviders: [{ AuthType: AWS_IAM }]
              ConnectionAuthModes: [{ AuthType: AWS_IAM }]
              DefaultPublishAuthModes: [{ AuthType: AWS_IAM }]
              DefaultSubscribeAuthModes: [{ AuthType: AWS_IAM }]
              LogConfig: { LogLevel: ERROR, CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/logs }
      `,
    },
    {
      name: 'errors are logged',
      template: (stack) =>
        new appsync.GraphqlApi(stack, 'Orders', {
          name: 'orders',
          definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql')),
          logConfig: { fieldLogLevel: appsync.FieldLogLevel.ERROR, excludeVerboseContent: true },
        }),
    },
  ],
  unknown: [
    {
      name: 'the level is a parameter',
      at: ['Orders/Properties/LogConfig/FieldLogLevel'],
      template: `
        Parameters:
          Level: { Type: String }
        Resources:
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties:
              Name: orders
              AuthenticationType: AWS_IAM
              LogConfig: { FieldLogLevel: !Ref Level, CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/logs }
      `,
    },
  ],
});
