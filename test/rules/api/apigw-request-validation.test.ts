import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-request-validation';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 hands the body on as it is',
      at: ['OrdersPOST/Properties/RequestValidatorId'],
      template: (stack) => {
        const handler = lambda.Function.fromFunctionName(stack, 'Handler', 'orders');
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('POST', new apigateway.LambdaIntegration(handler));
      },
    },
    {
      name: 'required parameters are not asked for',
      at: ['Method/Properties/RequestValidatorId'],
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: GET
            RequestParameters:
              method.request.querystring.author: true
      `,
    },
    {
      name: 'the validator leaves the body out',
      at: ['Validator/Properties/ValidateRequestBody'],
      template: `
        Validator:
          Type: AWS::ApiGateway::RequestValidator
          Properties:
            RestApiId: abc
            ValidateRequestParameters: true
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            RequestValidatorId: !Ref Validator
      `,
    },
    {
      name: 'the OpenAPI definition names no validator',
      at: ['Api/Properties/Body/paths//author/post'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            Body:
              openapi: 3.0.1
              paths:
                /author:
                  post: {}
      `,
    },
    {
      name: 'the methods of the API stand elsewhere, and have no validator to name',
      at: ['Api'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            Name: orders
        Validator:
          Type: AWS::ApiGateway::RequestValidator
          Properties:
            RestApiId: !Ref Api
            ValidateRequestBody: true
      `,
    },
  ],
  passes: [
    {
      name: 'ours validates it',
      template: (stack) => {
        const handler = lambda.Function.fromFunctionName(stack, 'Handler', 'orders');
        const orders = new SecureApi(stack, 'Orders');
        orders.root.addMethod('POST', new apigateway.LambdaIntegration(handler));
      },
    },
    {
      name: 'body and parameters are validated',
      template: `
        Validator:
          Type: AWS::ApiGateway::RequestValidator
          Properties:
            RestApiId: abc
            ValidateRequestBody: true
            ValidateRequestParameters: true
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            RequestValidatorId: !Ref Validator
      `,
    },
    {
      name: 'there is nothing to validate',
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: GET
      `,
    },
    {
      name: 'the methods of the API stand elsewhere, and have a validator to name',
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            Name: orders
        Validator:
          Type: AWS::ApiGateway::RequestValidator
          Properties:
            RestApiId: !Ref Api
            ValidateRequestBody: true
            ValidateRequestParameters: true
      `,
    },
  ],
  unknown: [
    {
      name: 'the validator is not part of the app',
      at: ['Method/Properties/RequestValidatorId'],
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
  ],
});
