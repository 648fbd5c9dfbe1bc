import rule from '../../../src/rules/api/apigw-domain-tls';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
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
  ],
  passes: [
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
