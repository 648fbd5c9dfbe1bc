import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-jwt-no-audience';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 takes any id token of the pool',
      at: ['OrdersGET/Properties/AuthorizationScopes'],
      template: (stack) => {
        const users = new cognito.UserPool(stack, 'Users');
        const authorizer = new apigateway.CognitoUserPoolsAuthorizer(stack, 'Authorizer', {
          cognitoUserPools: [users],
        });
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('GET', undefined, { authorizer });
      },
    },
    {
      name: 'the authorizer names no audience',
      at: ['Authorizer/Properties/JwtConfiguration/Audience'],
      template: `
        Authorizer:
          Type: AWS::ApiGatewayV2::Authorizer
          Properties:
            ApiId: abc
            Name: users
            AuthorizerType: JWT
            IdentitySource: [$request.header.Authorization]
            JwtConfiguration:
              Issuer: https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc
      `,
    },
  ],
  passes: [
    {
      name: 'it asks for a scope',
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
      name: 'the authorizer names its clients',
      template: `
        Authorizer:
          Type: AWS::ApiGatewayV2::Authorizer
          Properties:
            ApiId: abc
            Name: users
            AuthorizerType: JWT
            IdentitySource: [$request.header.Authorization]
            JwtConfiguration:
              Audience: [shop]
              Issuer: https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys names the clients',
      template: `
        Parameters:
          Clients:
            Type: CommaDelimitedList
        Resources:
          Authorizer:
            Type: AWS::ApiGatewayV2::Authorizer
            Properties:
              ApiId: abc
              Name: users
              AuthorizerType: JWT
              JwtConfiguration:
                Audience: !Ref Clients
                Issuer: https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc
      `,
    },
  ],
});
