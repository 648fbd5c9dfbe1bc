import rule from '../../../src/rules/graphql-api/appsync-api-key';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the key is the default',
      at: ['Orders/Properties/AuthenticationType'],
      template: `
        Orders:
          Type: AWS::AppSync::GraphQLApi
          Properties: { Name: orders, AuthenticationType: API_KEY }
      `,
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
      name: 'IAM',
      template: `
        Orders:
          Type: AWS::AppSync::GraphQLApi
          Properties: { Name: orders, AuthenticationType: AWS_IAM }
      `,
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
