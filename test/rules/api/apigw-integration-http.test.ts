import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import rule from '../../../src/rules/api/apigw-integration-http';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the backend is called without TLS',
      at: ['ApiGET/Properties/Integration/Uri'],
      template: (stack) => {
        const api = new apigateway.RestApi(stack, 'Api');
        api.root.addMethod('GET', new apigateway.HttpIntegration('http://backend.example.com/orders'));
      },
    },
    {
      name: 'an HTTP API calls its backend without TLS',
      at: ['Integration/Properties/IntegrationUri'],
      template: `
        Integration:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: a1b2c3
            IntegrationType: HTTP_PROXY
            IntegrationMethod: ANY
            IntegrationUri: !Sub http://\${AWS::Region}.backend.example.com/{proxy}
      `,
    },
    {
      name: 'so does an operation in OpenAPI',
      at: ['Api/Properties/Body/paths//orders/get/x-amazon-apigateway-integration/uri'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            Body:
              openapi: 3.0.1
              paths:
                /orders:
                  get:
                    x-amazon-apigateway-integration: { type: http_proxy, httpMethod: GET, uri: 'http://backend.example.com/orders' }
      `,
    },
  ],
  passes: [
    {
      name: 'the backend is called over TLS',
      template: (stack) => {
        const api = new apigateway.RestApi(stack, 'Api');
        api.root.addMethod('GET', new apigateway.HttpIntegration('https://backend.example.com/orders'));
      },
    },
    {
      name: 'a VPC link ends in the VPC',
      template: `
        Integration:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: a1b2c3
            IntegrationType: HTTP_PROXY
            IntegrationMethod: ANY
            ConnectionType: VPC_LINK
            ConnectionId: v1b2c3
            IntegrationUri: http://backend.internal
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names the backend',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Integration:
            Type: AWS::ApiGatewayV2::Integration
            Properties: { ApiId: a1b2c3, IntegrationType: HTTP_PROXY, IntegrationMethod: ANY, IntegrationUri: !Ref Given }
      `,
    },
  ],
});
