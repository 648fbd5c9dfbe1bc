import * as path from 'node:path';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import rule from '../../../src/rules/graphql-api/appsync-introspection';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the API says nothing',
      at: ['Orders/Properties/IntrospectionConfig', 'Orders/Properties/QueryDepthLimit'],
      template: (stack) =>
        new appsync.GraphqlApi(stack, 'Orders', {
          name: 'orders',
          definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql')),
        }),
    },
  ],
  passes: [
    {
      name: 'the schema is closed and queries are limited',
      template: (stack) =>
        new appsync.GraphqlApi(stack, 'Orders', {
          name: 'orders',
          definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql')),
          introspectionConfig: appsync.IntrospectionConfig.DISABLED,
          queryDepthLimit: 8,
        }),
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Orders/Properties/IntrospectionConfig'],
      template: `
        Parameters:
          Introspection: { Type: String }
        Resources:
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties: { Name: orders, AuthenticationType: AWS_IAM, IntrospectionConfig: !Ref Introspection, QueryDepthLimit: 8 }
      `,
    },
  ],
});
