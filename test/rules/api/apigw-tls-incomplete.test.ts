import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-tls-incomplete';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is given a policy without access mode',
      at: ['Orders/Properties/EndpointAccessMode'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders', {
          endpointTypes: [apigateway.EndpointType.REGIONAL],
        });
        orders.root.addMethod('GET');
        const api = orders.node.defaultChild as apigateway.CfnRestApi;
        api.securityPolicy = 'SecurityPolicy_TLS13_1_3_2025_09';
      },
    },
    {
      name: 'the policy is for another type of endpoint',
      at: ['Api/Properties/SecurityPolicy'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties: { EndpointAccessMode: BASIC, SecurityPolicy: SecurityPolicy_TLS13_1_3_2025_09 }
      `,
    },
    {
      name: 'a regional domain has no certificate',
      at: ['Domain/Properties/RegionalCertificateArn'],
      template: `
        Domain:
          Type: AWS::ApiGateway::DomainName
          Properties:
            DomainName: orders.example.com
            EndpointConfiguration: { Types: [REGIONAL] }
      `,
    },
  ],
  passes: [
    {
      name: 'ours sets both',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders', {
          endpointTypes: [apigateway.EndpointType.REGIONAL],
        });
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'nothing is said, which is TLS 1.0 and deployed',
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
      `,
    },
    {
      name: 'the certificate is a parameter',
      template: `
        Parameters:
          Certificate: { Type: String }
        Resources:
          Domain:
            Type: AWS::ApiGateway::DomainName
            Properties:
              DomainName: api.example.com
              CertificateArn: !Ref Certificate
      `,
    },
    {
      name: 'the access mode is a parameter',
      template: `
        Parameters:
          Mode: { Type: String }
        Resources:
          Api:
            Type: AWS::ApiGateway::RestApi
            Properties:
              EndpointAccessMode: !Ref Mode
              EndpointConfiguration: { Types: [REGIONAL] }
              SecurityPolicy: SecurityPolicy_TLS13_1_3_2025_09
      `,
    },
  ],
});
