import rule from '../../../src/rules/graphql-api/appsync-introspection';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the API says nothing',
      at: ['Orders/Properties/IntrospectionConfig', 'Orders/Properties/QueryDepthLimit'],
      template: `
        Orders:
          Type: AWS::AppSync::GraphQLApi
          Properties: { Name: orders, AuthenticationType: AWS_IAM }
      `,
    },
  ],
  passes: [
    {
      name: 'the schema is closed and queries are limited',
      template: `
        Orders:
          Type: AWS::AppSync::GraphQLApi
          Properties: { Name: orders, AuthenticationType: AWS_IAM, IntrospectionConfig: DISABLED, QueryDepthLimit: 8 }
      `,
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
