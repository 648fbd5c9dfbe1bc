import { CfnResource } from 'aws-cdk-lib';
import rule from '../../../src/rules/function/web-function-auth-none';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'every request reaches the code',
      at: ['Endpoint/Properties/AuthType'],
      template: (stack) => {
        new CfnResource(stack, 'Endpoint', {
          type: 'AWS::Lambda::WebFunctionEndpoint',
          properties: {
            FunctionName: 'shop',
            EndpointName: 'prod',
            EndpointType: 'HomeRegion',
            AuthType: 'ApplicationManaged',
          },
        });
      },
    },
  ],
  passes: [
    {
      name: 'Lambda asks for a signature',
      template: (stack) => {
        new CfnResource(stack, 'Endpoint', {
          type: 'AWS::Lambda::WebFunctionEndpoint',
          properties: {
            FunctionName: 'shop',
            EndpointName: 'prod',
            EndpointType: 'HomeRegion',
            AuthType: 'IamAuth',
          },
        });
      },
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says which',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Endpoint:
            Type: AWS::Lambda::WebFunctionEndpoint
            Properties: { FunctionName: shop, EndpointName: prod, EndpointType: HomeRegion, AuthType: !Ref Given }
      `,
    },
  ],
});
