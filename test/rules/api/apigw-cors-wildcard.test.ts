import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-cors-wildcard';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 answers the preflight of every origin',
      at: [
        'OrdersOPTIONS/Properties/Integration/IntegrationResponses/0/ResponseParameters/method.response.header.Access-Control-Allow-Origin',
      ],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders', {
          defaultCorsPreflightOptions: { allowOrigins: apigateway.Cors.ALL_ORIGINS },
        });
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'the preflight of a REST API in OpenAPI does',
      at: [
        'Api/Properties/Body/paths//books/options/x-amazon-apigateway-integration/responses/default/responseParameters/method.response.header.Access-Control-Allow-Origin',
      ],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            Body:
              openapi: 3.0.1
              paths:
                /books:
                  options:
                    x-amazon-apigateway-integration:
                      type: mock
                      responses:
                        default:
                          statusCode: '200'
                          responseParameters: { method.response.header.Access-Control-Allow-Origin: "'*'" }
      `,
    },
    {
      name: 'the HTTP API allows every origin',
      at: ['Api/Properties/CorsConfiguration/AllowOrigins/0'],
      template: `
        Api:
          Type: AWS::ApiGatewayV2::Api
          Properties:
            Name: books
            ProtocolType: HTTP
            CorsConfiguration:
              AllowOrigins: ['*']
      `,
    },
    {
      name: 'its error responses do',
      at: ['Response/Properties/ResponseParameters/gatewayresponse.header.Access-Control-Allow-Origin'],
      template: `
        Response:
          Type: AWS::ApiGateway::GatewayResponse
          Properties:
            RestApiId: abc
            ResponseType: DEFAULT_4XX
            ResponseParameters:
              gatewayresponse.header.Access-Control-Allow-Origin: "'*'"
      `,
    },
  ],
  passes: [
    {
      name: 'the web shop alone may read',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders', {
          defaultCorsPreflightOptions: { allowOrigins: ['https://shop.example.com'] },
        });
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'one origin is allowed',
      template: `
        Api:
          Type: AWS::ApiGatewayV2::Api
          Properties:
            Name: books
            ProtocolType: HTTP
            CorsConfiguration:
              AllowOrigins: ['https://shop.example.com']
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names the origin',
      template: `
        Parameters:
          Origin:
            Type: String
        Resources:
          Api:
            Type: AWS::ApiGatewayV2::Api
            Properties:
              Name: books
              ProtocolType: HTTP
              CorsConfiguration:
                AllowOrigins: [!Ref Origin]
      `,
    },
  ],
});
