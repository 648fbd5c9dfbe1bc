import * as path from 'node:path';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import rule from '../../../src/rules/graphql-api/appsync-verbose-logs';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the API logs everything and says nothing of what to leave out',
      at: ['Orders/Properties/LogConfig/ExcludeVerboseContent'],
      template: (stack) =>
        new appsync.GraphqlApi(stack, 'Orders', {
          name: 'orders',
          definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql')),
          logConfig: { fieldLogLevel: appsync.FieldLogLevel.ALL },
        }),
    },
  ],
  passes: [
    {
      name: 'headers and data are left out',
      template: (stack) =>
        new appsync.GraphqlApi(stack, 'Orders', {
          name: 'orders',
          definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql')),
          logConfig: { fieldLogLevel: appsync.FieldLogLevel.ALL, excludeVerboseContent: true },
        }),
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Orders/Properties/LogConfig/ExcludeVerboseContent'],
      template: `
        Parameters:
          Exclude: { Type: String }
        Resources:
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties:
              Name: orders
              AuthenticationType: AWS_IAM
              LogConfig: { FieldLogLevel: ALL, ExcludeVerboseContent: !Ref Exclude, CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/logs }
      `,
    },
  ],
});
