import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-authorizer-missing';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has none',
      at: ['Orders'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'SAM makes none',
      at: ['Api'],
      template: `
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Api:
            Type: AWS::Serverless::Api
            Properties:
              StageName: prod
      `,
    },
    {
      name: 'the definition of the API asks for the key of a usage plan only',
      at: ['Api'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            Body:
              openapi: 3.0.1
              components: { securitySchemes: { key: { type: apiKey, name: x-api-key, in: header } } }
              paths: { /orders: { get: { security: [{ key: [] }] } } }
      `,
    },
  ],
  passes: [
    {
      name: 'the methods ask the user pool',
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        const authorizer = new apigateway.CognitoUserPoolsAuthorizer(stack, 'Authorizer', {
          cognitoUserPools: [users],
        });
        const orders = new SecureApi(stack, 'Orders');
        orders.root.addMethod('GET', undefined, { authorizer, authorizationScopes: ['orders/read'] });
      },
    },
    {
      name: 'there is one',
      template: `
        Api:
          Type: AWS::ApiGatewayV2::Api
          Properties: { Name: books, ProtocolType: HTTP }
        Authorizer:
          Type: AWS::ApiGatewayV2::Authorizer
          Properties:
            ApiId: !Ref Api
            Name: users
            AuthorizerType: JWT
      `,
    },
    {
      name: 'the definition of the API has one',
      template: `
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Users:
            Type: AWS::Cognito::UserPool
          Api:
            Type: AWS::Serverless::Api
            Properties:
              StageName: prod
              Auth: { DefaultAuthorizer: Users, Authorizers: { Users: { UserPoolArn: !GetAtt Users.Arn } } }
          Orders:
            Type: AWS::Serverless::Function
            Properties:
              Runtime: nodejs24.x
              Handler: index.handler
              CodeUri: s3://code/orders.zip
              Events: { Get: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /orders, Method: get } } }
      `,
    },
  ],
  unknown: [
    {
      name: 'the definition of the API stands elsewhere',
      at: ['Api/Properties/BodyS3Location'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            BodyS3Location: { Bucket: definitions, Key: orders.yaml }
      `,
    },
  ],
});
