import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-default-endpoint';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has a domain and its default endpoint',
      at: ['Orders/Properties/DisableExecuteApiEndpoint'],
      template: (stack) => {
        const certificate = new acm.Certificate(stack, 'Certificate', { domainName: 'orders.example.com' });
        const orders = new apigateway.RestApi(stack, 'Orders', {
          domainName: { domainName: 'orders.example.com', certificate },
        });
        orders.root.addMethod('GET');
      },
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
      name: 'ours turns the default endpoint off',
      template: (stack) => {
        const certificate = new acm.Certificate(stack, 'Certificate', { domainName: 'orders.example.com' });
        const orders = new SecureApi(stack, 'Orders', {
          domainName: { domainName: 'orders.example.com', certificate },
        });
        orders.root.addMethod('GET');
      },
    },
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
