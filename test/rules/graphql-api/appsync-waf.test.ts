import rule from '../../../src/rules/graphql-api/appsync-waf';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no association',
      at: ['Orders'],
      template: `
        Orders:
          Type: AWS::AppSync::GraphQLApi
          Properties: { Name: orders, AuthenticationType: AWS_IAM }
      `,
    },
  ],
  passes: [
    {
      name: 'a web ACL is associated',
      template: `
        Orders:
          Type: AWS::AppSync::GraphQLApi
          Properties: { Name: orders, AuthenticationType: AWS_IAM }
        Firewall:
          Type: AWS::WAFv2::WebACLAssociation
          Properties:
            ResourceArn: !GetAtt Orders.Arn
            WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shared/a1b2c3
      `,
    },
    {
      name: 'the API is not on the internet',
      template: `
        Orders:
          Type: AWS::AppSync::GraphQLApi
          Properties: { Name: orders, AuthenticationType: AWS_IAM, Visibility: PRIVATE }
      `,
    },
  ],
});
