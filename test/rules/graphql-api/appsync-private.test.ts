import rule from '../../../src/rules/graphql-api/appsync-private';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the API says nothing',
      at: ['Orders/Properties/Visibility'],
      template: `
        Orders:
          Type: AWS::AppSync::GraphQLApi
          Properties: { Name: orders, AuthenticationType: AWS_IAM }
      `,
    },
  ],
  passes: [
    {
      name: 'it is private',
      template: `
        Orders:
          Type: AWS::AppSync::GraphQLApi
          Properties: { Name: orders, AuthenticationType: AWS_IAM, Visibility: PRIVATE }
      `,
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
