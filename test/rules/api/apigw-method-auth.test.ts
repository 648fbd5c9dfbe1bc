import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-method-auth';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 asks for nothing',
      at: ['OrdersPOST/Properties/AuthorizationType'],
      template: (stack) => {
        const handler = lambda.Function.fromFunctionName(stack, 'Handler', 'orders');
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('POST', new apigateway.LambdaIntegration(handler));
      },
    },
    {
      name: 'the method asks for nothing',
      at: ['Method/Properties/AuthorizationType'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: !Ref Api
            ResourceId: !GetAtt Api.RootResourceId
            HttpMethod: POST
            AuthorizationType: NONE
            ApiKeyRequired: true
      `,
    },
    {
      name: 'it asks for nothing under one condition',
      at: ['Method/Properties/AuthorizationType'],
      template: `
        Conditions:
          IsDemo: !Equals [!Ref AWS::Region, eu-west-1]
        Resources:
          Method:
            Type: AWS::ApiGateway::Method
            Properties:
              RestApiId: abc
              ResourceId: def
              HttpMethod: POST
              AuthorizationType: !If [IsDemo, NONE, AWS_IAM]
      `,
    },
    {
      name: 'an operation of the OpenAPI definition has no security',
      at: ['Api/Properties/Body/paths//author/post'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            Body:
              openapi: 3.0.1
              components:
                securitySchemes:
                  sigv4: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4 }
                  api_key: { type: apiKey, name: x-api-key, in: header }
              security:
                - sigv4: []
              paths:
                /booksStats:
                  get: {}
                /author:
                  post:
                    security:
                      - api_key: []
      `,
    },
  ],
  passes: [
    {
      name: 'ours asks for a signature',
      template: (stack) => {
        const handler = lambda.Function.fromFunctionName(stack, 'Handler', 'orders');
        const orders = new SecureApi(stack, 'Orders');
        orders.root.addMethod('POST', new apigateway.LambdaIntegration(handler));
      },
    },
    {
      name: 'the method asks for a signature',
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            AuthorizationType: AWS_IAM
      `,
    },
    {
      name: 'it is a preflight',
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: OPTIONS
            AuthorizationType: NONE
            Integration:
              Type: AWS_PROXY
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says so',
      at: ['Method/Properties/AuthorizationType'],
      template: `
        Parameters:
          Authorization:
            Type: String
        Resources:
          Method:
            Type: AWS::ApiGateway::Method
            Properties:
              RestApiId: abc
              ResourceId: def
              HttpMethod: POST
              AuthorizationType: !Ref Authorization
      `,
    },
    {
      name: 'the definition is in a bucket',
      at: ['Api/Properties/BodyS3Location'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            BodyS3Location:
              Bucket: definitions
              Key: api.yaml
      `,
    },
  ],
});
