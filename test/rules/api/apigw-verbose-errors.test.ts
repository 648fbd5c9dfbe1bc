import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-verbose-errors';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the caller learns what the validation found',
      at: ['OrdersBadBody/Properties/ResponseTemplates/application/json'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('POST');
        orders.addGatewayResponse('BadBody', {
          type: apigateway.ResponseType.BAD_REQUEST_BODY,
          templates: { 'application/json': '{"message":"$context.error.validationErrorString"}' },
        });
      },
    },
    {
      name: 'the error of the function is passed on',
      at: ['Method/Properties/Integration/IntegrationResponses/0/ResponseTemplates/application/json'],
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            Integration:
              Type: AWS
              IntegrationResponses:
                - StatusCode: '500'
                  SelectionPattern: .*Error.*
                  ResponseTemplates:
                    application/json: '{"message":"$input.path("$.errorMessage")"}'
      `,
    },
    {
      name: 'a header tells what the validation said',
      at: ['Invalid/Properties/ResponseParameters/gatewayresponse.header.x-reason'],
      template: `
        Invalid:
          Type: AWS::ApiGateway::GatewayResponse
          Properties:
            RestApiId: a1b2c3
            ResponseType: BAD_REQUEST_BODY
            ResponseParameters: { gatewayresponse.header.x-reason: context.error.validationErrorString }
      `,
    },
  ],
  passes: [
    {
      name: 'ours answers with an id that the log knows',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders');
        orders.root.addMethod('POST');
        orders.addGatewayResponse('BadBody', { type: apigateway.ResponseType.BAD_REQUEST_BODY });
      },
    },
    {
      name: 'the messages are fixed',
      template: `
        Response:
          Type: AWS::ApiGateway::GatewayResponse
          Properties:
            RestApiId: abc
            ResponseType: BAD_REQUEST_BODY
            ResponseTemplates:
              application/json: '{"message":$context.error.messageString}'
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            Integration:
              Type: AWS
              IntegrationResponses:
                - StatusCode: '200'
                  ResponseTemplates:
                    application/json: $input.body
                - StatusCode: '500'
                  SelectionPattern: .*Error.*
                  ResponseTemplates:
                    application/json: '{"message":"internal error"}'
      `,
    },
  ],
});
