import * as path from 'node:path';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import rule from '../../../src/rules/graphql-api/appsync-private';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the API says nothing',
      at: ['Orders/Properties/Visibility'],
      template: (stack) =>
        new appsync.GraphqlApi(stack, 'Orders', {
          name: 'orders',
          definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql')),
        }),
    },
  ],
  passes: [
    {
      name: 'it is private',
      template: (stack) =>
        new appsync.GraphqlApi(stack, 'Orders', {
          name: 'orders',
          definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql')),
          visibility: appsync.Visibility.PRIVATE,
        }),
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Orders/Properties/Visibility'],
      template: `
        Parameters:
          Visible: { Type: String }
        Resources:
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties: { Name: orders, AuthenticationType: AWS_IAM, Visibility: !Ref Visible }
      `,
    },
  ],
});
