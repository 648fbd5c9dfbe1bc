import * as path from 'node:path';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import rule from '../../../src/rules/graphql-api/appsync-api-key';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the key is the default',
      at: ['Orders/Properties/AuthenticationType'],
      template: (stack) =>
        new appsync.GraphqlApi(stack, 'Orders', {
          name: 'orders',
          definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql')),
        }),
    },
    {
      name: 'the key is one of several',
      at: ['Orders/Properties/AdditionalAuthenticationProviders/0/AuthenticationType'],
      template: `
        Orders:
          Type: AWS::AppSync::GraphQLApi
          Properties:
            Name: orders
            AuthenticationType: AWS_IAM
            AdditionalAuthenticationProviders: [{ AuthenticationType: API_KEY }]
      `,
    },
  ],
  passes: [
    {
      name: 'callers sign their calls',
      template: (stack) =>
        new appsync.GraphqlApi(stack, 'Orders', {
          name: 'orders',
          definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql')),
          authorizationConfig: { defaultAuthorization: { authorizationType: appsync.AuthorizationType.IAM } },
        }),
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Orders/Properties/AuthenticationType'],
      template: `
        Parameters:
          Kind: { Type: String }
        Resources:
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties: { Name: orders, AuthenticationType: !Ref Kind }
      `,
    },
  ],
});
