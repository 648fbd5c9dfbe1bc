import * as path from 'node:path';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import rule from '../../../src/rules/graphql-api/appsync-waf';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no association',
      at: ['Orders'],
      template: (stack) =>
        new appsync.GraphqlApi(stack, 'Orders', {
          name: 'orders',
          definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql')),
        }),
    },
    {
      name: 'there is none for channels of events',
      at: ['Chat'],
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
  ],
  passes: [
    {
      name: 'a web ACL is associated with the API of events',
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
        Firewall:
          Type: AWS::WAFv2::WebACLAssociation
          Properties:
            ResourceArn: !GetAtt Chat.ApiArn
            WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shared/a1b2c3
      `,
    },
    {
      name: 'a web ACL is associated',
      template: (stack) => {
        const orders = new appsync.GraphqlApi(stack, 'Orders', {
          name: 'orders',
          definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql')),
        });
        new wafv2.CfnWebACLAssociation(stack, 'Firewall', {
          resourceArn: orders.arn,
          webAclArn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shared/a1b2c3',
        });
      },
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
