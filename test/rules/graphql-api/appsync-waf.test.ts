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
  ],
  passes: [
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
