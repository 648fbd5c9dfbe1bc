import rule from '../../../src/rules/graphql-api/appsync-xray';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the API says nothing',
      at: ['Orders/Properties/XrayEnabled'],
      template: `
        Orders:
          Type: AWS::AppSync::GraphQLApi
          Properties: { Name: orders, AuthenticationType: AWS_IAM }
      `,
    },
  ],
  passes: [
    {
      name: 'it is on',
      template: `
        Orders:
          Type: AWS::AppSync::GraphQLApi
          Properties: { Name: orders, AuthenticationType: AWS_IAM, XrayEnabled: true }
      `,
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Orders/Properties/XrayEnabled'],
      template: `
        Parameters:
          Trace: { Type: String }
        Resources:
          Orders:
            Type: AWS::AppSync::GraphQLApi
            Properties: { Name: orders, AuthenticationType: AWS_IAM, XrayEnabled: !Ref Trace }
      `,
    },
  ],
});
