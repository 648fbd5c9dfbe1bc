import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-private-endpoint';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: ['Payroll/Properties/EndpointConfiguration/Types'],
      template: (stack) => {
        const payroll = new apigateway.RestApi(stack, 'Payroll');
        payroll.root.addMethod('GET');
      },
    },
    {
      name: 'a domain name says nothing',
      at: ['Domain/Properties/EndpointConfiguration/Types'],
      template: `
        Domain:
          Type: AWS::ApiGateway::DomainName
          Properties: { DomainName: api.example.com }
      `,
    },
  ],
  passes: [
    {
      name: 'the API is for one VPC endpoint',
      template: (stack) => {
        const endpoint = ec2.InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(stack, 'Endpoint', {
          vpcEndpointId: 'vpce-0123456789abcdef0',
          port: 443,
        });
        const payroll = new SecureApi(stack, 'Payroll', {
          endpointConfiguration: { types: [apigateway.EndpointType.PRIVATE], vpcEndpoints: [endpoint] },
        });
        payroll.root.addMethod('GET');
      },
    },
    {
      name: 'a domain name of a Region, because it is meant to be one',
      template: `
        Domain:
          Type: AWS::ApiGateway::DomainName
          Properties: { DomainName: api.example.com, EndpointConfiguration: { Types: [REGIONAL] } }
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says so',
      template: `
        Parameters:
          Endpoint:
            Type: String
        Resources:
          Api:
            Type: AWS::ApiGateway::RestApi
            Properties:
              EndpointConfiguration: { Types: [!Ref Endpoint] }
      `,
    },
  ],
});
