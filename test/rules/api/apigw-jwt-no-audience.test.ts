import rule from '../../../src/rules/api/apigw-jwt-no-audience';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
    {
      name: 'the method takes any id token of the pool',
      at: ['Method/Properties/AuthorizationScopes'],
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            AuthorizationType: COGNITO_USER_POOLS
            AuthorizerId: ghi
      `,
    },
  ],
  passes: [
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
    {
      name: 'the method asks for a scope',
      template: `
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: def
            HttpMethod: POST
            AuthorizationType: COGNITO_USER_POOLS
            AuthorizerId: ghi
            AuthorizationScopes: [books/write]
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
