import rule from '../../../src/rules/api/apigw-authorizer-ttl';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'decisions are kept for an hour',
      at: ['Authorizer/Properties/AuthorizerResultTtlInSeconds'],
      template: `
        Authorizer:
          Type: AWS::ApiGateway::Authorizer
          Properties:
            RestApiId: abc
            Name: users
            Type: TOKEN
            IdentitySource: method.request.header.Authorization
            AuthorizerResultTtlInSeconds: 3600
      `,
    },
    {
      name: 'there is no identity source',
      at: ['Authorizer/Properties/IdentitySource'],
      template: `
        Authorizer:
          Type: AWS::ApiGatewayV2::Authorizer
          Properties:
            ApiId: abc
            Name: users
            AuthorizerType: REQUEST
      `,
    },
  ],
  passes: [
    {
      name: 'decisions are kept for a minute',
      template: `
        Authorizer:
          Type: AWS::ApiGateway::Authorizer
          Properties:
            RestApiId: abc
            Name: users
            Type: REQUEST
            IdentitySource: method.request.header.Authorization
            AuthorizerResultTtlInSeconds: 60
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says for how long',
      template: `
        Parameters:
          Ttl:
            Type: Number
        Resources:
          Authorizer:
            Type: AWS::ApiGateway::Authorizer
            Properties:
              RestApiId: abc
              Name: users
              Type: TOKEN
              IdentitySource: method.request.header.Authorization
              AuthorizerResultTtlInSeconds: !Ref Ttl
      `,
    },
  ],
});
