import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-validator-partial';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 validates the body only',
      at: ['OrdersValidator/Properties/ValidateRequestParameters'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('GET');
        orders.addRequestValidator('Validator', { validateRequestBody: true });
      },
    },
  ],
  passes: [
    {
      name: 'ours validates both',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders');
        orders.root.addMethod('GET');
        orders.addRequestValidator('Validator', { validateRequestBody: true });
      },
    },
    {
      name: 'both are',
      template: `
        Validator:
          Type: AWS::ApiGateway::RequestValidator
          Properties: { RestApiId: a1b2c3d4e5, ValidateRequestBody: true, ValidateRequestParameters: true }
      `,
    },
  ],
  unknown: [
    {
      name: 'one is a parameter',
      at: ['Validator/Properties/ValidateRequestBody'],
      template: `
        Parameters:
          Validates: { Type: String }
        Resources:
          Validator:
            Type: AWS::ApiGateway::RequestValidator
            Properties:
              RestApiId: a1b2c3d4e5
              ValidateRequestBody: !Ref Validates
              ValidateRequestParameters: true
      `,
    },
  ],
});
