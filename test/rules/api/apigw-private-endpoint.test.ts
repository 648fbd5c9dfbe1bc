import rule from '../../../src/rules/api/apigw-private-endpoint';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Api/Properties/EndpointConfiguration/Types'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
      `,
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
      name: 'a domain name of a Region, because it is meant to be one',
      template: `
        Domain:
          Type: AWS::ApiGateway::DomainName
          Properties: { DomainName: api.example.com, EndpointConfiguration: { Types: [REGIONAL] } }
      `,
    },
    {
      name: 'the API is private',
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            EndpointConfiguration: { Types: [PRIVATE] }
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
