import { CfnResource } from 'aws-cdk-lib';
import rule from '../../../src/rules/function/web-function-unlimited';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'strangers may call as often as they like',
      at: ['Endpoint/Properties/ThrottleConfig/RateLimit'],
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
      name: 'a hundred requests a second are enough',
      template: (stack) => {
        new CfnResource(stack, 'Endpoint', {
          type: 'AWS::Lambda::WebFunctionEndpoint',
          properties: {
            FunctionName: 'shop',
            EndpointName: 'prod',
            EndpointType: 'HomeRegion',
            AuthType: 'ApplicationManaged',
            ThrottleConfig: { RateLimit: 100 },
          },
        });
      },
    },
    {
      name: 'it runs in at most ten environments',
      template: (stack) => {
        new CfnResource(stack, 'Endpoint', {
          type: 'AWS::Lambda::WebFunctionEndpoint',
          properties: {
            FunctionName: 'shop',
            EndpointName: 'prod',
            EndpointType: 'HomeRegion',
            AuthType: 'ApplicationManaged',
            ScalingConfig: { MaxEnvironments: 10 },
          },
        });
      },
    },
    {
      name: 'only those may call whom IAM knows',
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
      name: 'whoever deploys says how many',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Endpoint:
            Type: AWS::Lambda::WebFunctionEndpoint
            Properties:
              FunctionName: shop
              EndpointName: prod
              EndpointType: HomeRegion
              AuthType: ApplicationManaged
              ThrottleConfig: { RateLimit: !Ref Given }
      `,
    },
  ],
});
