import rule from '../../../src/rules/api/apigw-default-endpoint';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the API has a domain and its default endpoint',
      at: ['Api/Properties/DisableExecuteApiEndpoint'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
        Mapping:
          Type: AWS::ApiGateway::BasePathMapping
          Properties:
            DomainName: api.example.com
            RestApiId: !Ref Api
      `,
    },
    {
      name: 'so does an HTTP API',
      at: ['Api/Properties/DisableExecuteApiEndpoint'],
      template: `
        Api:
          Type: AWS::ApiGatewayV2::Api
          Properties: { Name: books, ProtocolType: HTTP, DisableExecuteApiEndpoint: false }
        Mapping:
          Type: AWS::ApiGatewayV2::ApiMapping
          Properties:
            DomainName: api.example.com
            ApiId: !Ref Api
            Stage: $default
      `,
    },
  ],
  passes: [
    {
      name: 'the default endpoint is off',
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            DisableExecuteApiEndpoint: true
        Mapping:
          Type: AWS::ApiGateway::BasePathMapping
          Properties:
            DomainName: api.example.com
            RestApiId: !Ref Api
      `,
    },
    {
      name: 'there is no domain',
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says so',
      template: `
        Parameters:
          Disable:
            Type: String
        Resources:
          Api:
            Type: AWS::ApiGateway::RestApi
            Properties:
              DisableExecuteApiEndpoint: !Ref Disable
          Mapping:
            Type: AWS::ApiGateway::BasePathMapping
            Properties:
              DomainName: api.example.com
              RestApiId: !Ref Api
      `,
    },
  ],
});
