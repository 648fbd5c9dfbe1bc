import rule from '../../../src/rules/api/apigwv2-integration-tls';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Integration/Properties/TlsConfig'],
      template: `
        Integration:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: abc
            IntegrationType: HTTP_PROXY
            ConnectionType: VPC_LINK
      `,
    },
  ],
  passes: [
    {
      name: 'the certificate of the backend is checked',
      template: `
        Integration:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: abc
            IntegrationType: HTTP_PROXY
            ConnectionType: VPC_LINK
            TlsConfig: { ServerNameToVerify: books.internal.example.com }
      `,
    },
    {
      name: 'a function is called',
      template: `
        Integration:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: abc
            IntegrationType: AWS_PROXY
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says how',
      template: `
        Parameters:
          Connection:
            Type: String
        Resources:
          Integration:
            Type: AWS::ApiGatewayV2::Integration
            Properties:
              ApiId: abc
              IntegrationType: HTTP_PROXY
              ConnectionType: !Ref Connection
      `,
    },
  ],
});
