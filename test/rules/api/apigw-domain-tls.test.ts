import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-domain-tls';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 takes TLS 1.0 by itself, and is told to at its domain',
      at: ['OrdersCustomDomain/Properties/SecurityPolicy', 'Orders/Properties/SecurityPolicy'],
      template: (stack) => {
        const certificate = new acm.Certificate(stack, 'Certificate', { domainName: 'orders.example.com' });
        const securityPolicy = apigateway.SecurityPolicy.TLS_1_0;
        const orders = new apigateway.RestApi(stack, 'Orders', {
          domainName: { domainName: 'orders.example.com', certificate, securityPolicy },
        });
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'TLS 1.0 is asked for',
      at: ['Domain/Properties/SecurityPolicy'],
      template: `
        Domain:
          Type: AWS::ApiGateway::DomainName
          Properties:
            DomainName: api.example.com
            SecurityPolicy: TLS_1_0
      `,
    },
    {
      name: 'it is the default of a parameter',
      at: ['Domain/Properties/DomainNameConfigurations/0/SecurityPolicy'],
      template: `
        Parameters:
          Tls:
            Type: String
            Default: TLS_1_0
        Resources:
          Domain:
            Type: AWS::ApiGatewayV2::DomainName
            Properties:
              DomainName: api.example.com
              DomainNameConfigurations:
                - EndpointType: REGIONAL
                  SecurityPolicy: !Ref Tls
      `,
    },
    {
      name: 'a REST API says nothing, and takes TLS 1.0',
      at: ['Api/Properties/SecurityPolicy'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties: { Name: books, EndpointConfiguration: { Types: [REGIONAL] } }
      `,
    },
    {
      name: 'an API of SAM says nothing',
      at: ['Api/Properties/SecurityPolicy'],
      template: `
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Api:
            Type: AWS::Serverless::Api
            Properties: { StageName: prod }
      `,
    },
    {
      name: 'a private API asks for TLS 1.0',
      at: ['Api/Properties/SecurityPolicy'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties: { Name: books, EndpointConfiguration: { Types: [PRIVATE] }, SecurityPolicy: TLS_1_0 }
      `,
    },
  ],
  passes: [
    {
      name: 'ours takes nothing older than TLS 1.2',
      template: (stack) => {
        const certificate = new acm.Certificate(stack, 'Certificate', { domainName: 'orders.example.com' });
        const orders = new SecureApi(stack, 'Orders', {
          domainName: { domainName: 'orders.example.com', certificate },
        });
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'a REST API asks for TLS 1.3',
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties: { Name: books, SecurityPolicy: SecurityPolicy_TLS13_2025_EDGE, EndpointAccessMode: STRICT }
      `,
    },
    {
      name: 'its definition does',
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties: { Body: { openapi: 3.0.1, x-amazon-apigateway-security-policy: SecurityPolicy_TLS13_2025_EDGE } }
      `,
    },
    {
      name: 'an API of SAM does',
      template: `
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Api:
            Type: AWS::Serverless::Api
            Properties: { StageName: prod, SecurityPolicy: SecurityPolicy_TLS13_2025_EDGE, EndpointAccessMode: BASIC }
      `,
    },
    {
      name: 'a private API says nothing, the service takes TLS 1.2',
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties: { Name: books, EndpointConfiguration: { Types: [PRIVATE] } }
      `,
    },
    {
      name: 'TLS 1.3 is',
      template: `
        Domain:
          Type: AWS::ApiGateway::DomainName
          Properties:
            DomainName: api.example.com
            SecurityPolicy: SecurityPolicy_TLS13_1_3_2025_09
      `,
    },
    {
      name: 'nothing is said, the service takes TLS 1.2',
      template: `
        Domain:
          Type: AWS::ApiGateway::DomainName
          Properties:
            DomainName: api.example.com
      `,
    },
    {
      name: 'HTTP APIs know nothing older than TLS 1.2',
      template: `
        Domain:
          Type: AWS::ApiGatewayV2::DomainName
          Properties:
            DomainName: api.example.com
            DomainNameConfigurations:
              - EndpointType: REGIONAL
      `,
    },
  ],
  unknown: [
    {
      name: 'the definition of the API is in a bucket',
      at: ['Api/Properties/BodyS3Location'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties: { BodyS3Location: { Bucket: definitions, Key: books.yaml } }
      `,
    },
    {
      name: 'whoever deploys says so',
      at: ['Domain/Properties/SecurityPolicy'],
      template: `
        Parameters:
          Tls:
            Type: String
        Resources:
          Domain:
            Type: AWS::ApiGateway::DomainName
            Properties:
              DomainName: api.example.com
              SecurityPolicy: !Ref Tls
      `,
    },
  ],
});
