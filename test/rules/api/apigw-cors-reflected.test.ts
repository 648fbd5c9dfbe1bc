import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import rule from '../../../src/rules/api/apigw-cors-reflected';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'errors may be read by any site, with cookies',
      template: (stack) => {
        const api = new apigateway.RestApi(stack, 'Api');
        api.root.addMethod('GET');
        api.addGatewayResponse('Errors', {
          type: apigateway.ResponseType.DEFAULT_4XX,
          responseHeaders: {
            'Access-Control-Allow-Origin': 'method.request.header.origin',
            'Access-Control-Allow-Credentials': "'true'",
          },
        });
      },
    },
    {
      name: 'an HTTP API gives every caller its own origin back',
      at: ['Integration/Properties/ResponseParameters/200/ResponseParameters/0/Source'],
      template: `
        Integration:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: a1b2c3
            IntegrationType: HTTP_PROXY
            IntegrationMethod: ANY
            IntegrationUri: https://backend.example.com/{proxy}
            ResponseParameters:
              '200':
                ResponseParameters:
                  - { Destination: overwrite:header.Access-Control-Allow-Origin, Source: $request.header.origin }
      `,
    },
  ],
  passes: [
    {
      name: 'errors may be read by the own site',
      template: (stack) => {
        const api = new apigateway.RestApi(stack, 'Api');
        api.root.addMethod('GET');
        api.addGatewayResponse('Errors', {
          type: apigateway.ResponseType.DEFAULT_4XX,
          responseHeaders: {
            'Access-Control-Allow-Origin': "'https://shop.example.com'",
            'Access-Control-Allow-Credentials': "'true'",
          },
        });
      },
    },
  ],
});
