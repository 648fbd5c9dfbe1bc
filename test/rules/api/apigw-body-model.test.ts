import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-body-model';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 registers the model for JSON only',
      at: ['OrdersPOST/Properties/RequestModels/$default'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders');
        const order = orders.addModel('Order', { schema: { required: ['id'] } });
        orders.root.addMethod('POST', new apigateway.HttpIntegration('https://orders.example.com'), {
          requestValidator: orders.addRequestValidator('Validator', { validateRequestBody: true }),
          requestModels: { 'application/json': order },
        });
      },
    },
    {
      name: 'there is a validator and no model',
      at: ['Method/Properties/RequestModels'],
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            RequestValidatorId: ghi
      `,
    },
    {
      name: 'the model accepts everything',
      at: ['Method/Properties/RequestModels/$default'],
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            RequestValidatorId: ghi
            RequestModels:
              $default: Empty
      `,
    },
  ],
  passes: [
    {
      name: 'ours registers it for every content type',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders');
        const order = orders.addModel('Order', { schema: { required: ['id'] } });
        orders.root.addMethod('POST', new apigateway.HttpIntegration('https://orders.example.com'), {
          requestModels: { 'application/json': order },
        });
      },
    },
    {
      name: 'every content type has a model',
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            RequestValidatorId: ghi
            RequestModels:
              $default: Author
              application/json: Author
      `,
    },
    {
      name: 'there is no body',
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: GET
            RequestValidatorId: ghi
      `,
    },
  ],
});
