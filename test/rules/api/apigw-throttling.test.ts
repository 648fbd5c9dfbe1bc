import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-throttling';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: [
        'OrdersDeploymentStageprod/Properties/MethodSettings/0/ThrottlingRateLimit',
        'OrdersDeploymentStageprod/Properties/MethodSettings/0/ThrottlingBurstLimit',
      ],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'bursts are not limited',
      at: ['Stage/Properties/DefaultRouteSettings/ThrottlingBurstLimit'],
      template: `
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: abc
            StageName: $default
            DefaultRouteSettings:
              ThrottlingRateLimit: 100
      `,
    },
  ],
  passes: [
    {
      name: 'ours limits calls and bursts',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders', {
          deployOptions: { throttlingRateLimit: 50, throttlingBurstLimit: 100 },
        });
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'both are',
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            MethodSettings:
              - { HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 }
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys gives the limits',
      template: `
        Parameters:
          Rate:
            Type: Number
        Resources:
          Stage:
            Type: AWS::ApiGatewayV2::Stage
            Properties:
              ApiId: abc
              StageName: $default
              DefaultRouteSettings:
                ThrottlingRateLimit: !Ref Rate
                ThrottlingBurstLimit: !Ref Rate
      `,
    },
  ],
});
