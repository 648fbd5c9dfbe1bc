import rule from '../../../src/rules/api/apigw-authorizer-missing';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is none',
      at: ['Api'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
      `,
    },
  ],
  passes: [
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
