import * as path from 'node:path';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import rule from '../../../src/rules/graphql-api/appsync-xray';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the API says nothing',
      at: ['Orders/Properties/XrayEnabled'],
      template: (stack) =>
        new appsync.GraphqlApi(stack, 'Orders', {
          name: 'orders',
          definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql')),
        }),
    },
  ],
  passes: [
    {
      name: 'it is on',
      template: (stack) =>
        new appsync.GraphqlApi(stack, 'Orders', {
          name: 'orders',
          definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql')),
          xrayEnabled: true,
        }),
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
