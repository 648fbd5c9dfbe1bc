import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import rule from '../../../src/rules/api/apigw-integration-unverified';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the backend may show any certificate',
      at: ['Api/Properties/Body/paths//orders/get/x-amazon-apigateway-integration/tlsConfig/insecureSkipVerification'],
      template: (stack) => {
        const integration = {
          type: 'http_proxy',
          httpMethod: 'GET',
          uri: 'https://backend.example.com/orders',
          tlsConfig: { insecureSkipVerification: true },
        };
        const paths = { '/orders': { get: { 'x-amazon-apigateway-integration': integration } } };
        new apigateway.SpecRestApi(stack, 'Api', {
          apiDefinition: apigateway.ApiDefinition.fromInline({ openapi: '3.0.1', paths }),
        });
      },
    },
  ],
  passes: [
    {
      name: 'it has to show one of a known authority',
      template: (stack) => {
        const integration = {
          type: 'http_proxy',
          httpMethod: 'GET',
          uri: 'https://backend.example.com/orders',
        };
        const paths = { '/orders': { get: { 'x-amazon-apigateway-integration': integration } } };
        new apigateway.SpecRestApi(stack, 'Api', {
          apiDefinition: apigateway.ApiDefinition.fromInline({ openapi: '3.0.1', paths }),
        });
      },
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says whether',
      template: `
        Parameters:
          Given:
            Type: String
        Resources:
          Api:
            Type: AWS::ApiGateway::RestApi
            Properties:
              Body:
                openapi: 3.0.1
                paths:
                  /orders:
                    get:
                      x-amazon-apigateway-integration:
                        type: http_proxy
                        httpMethod: GET
                        uri: https://backend.example.com/orders
                        tlsConfig: { insecureSkipVerification: !Ref Given }
      `,
    },
  ],
});
