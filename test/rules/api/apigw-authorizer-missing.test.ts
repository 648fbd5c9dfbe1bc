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
  ],
  unknown: [
    {
      name: 'the API is defined in OpenAPI',
      at: ['Api/Properties/Body'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            Body:
              openapi: 3.0.1
              paths: {}
      `,
    },
  ],
});
