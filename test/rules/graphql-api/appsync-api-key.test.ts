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
    {
      name: 'the key opens channels of events',
      at: ['Chat/Properties/EventConfig/AuthProviders/1/AuthType'],
      template: `
        Chat:
          Type: AWS::AppSync::Api
          Properties:
            Name: chat
            EventConfig:
              AuthProviders: [{ AuthType: AWS_IAM }, { AuthType: API_KEY }]
              ConnectionAuthModes: [{ AuthType: API_KEY }]
              DefaultPublishAuthModes: [{ AuthType: AWS_IAM }]
              DefaultSubscribeAuthModes: [{ AuthType: API_KEY }]
      `,
    },
  ],
  passes: [
    {
      name: 'who sends and receives events signs',
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
