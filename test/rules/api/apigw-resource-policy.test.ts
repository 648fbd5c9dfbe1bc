import rule from '../../../src/rules/api/apigw-resource-policy';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'everybody may call',
      at: ['Api/Properties/Policy/Statement/0/Principal'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            Policy:
              Version: '2012-10-17'
              Statement:
                - { Effect: Allow, Principal: '*', Action: execute-api:Invoke, Resource: 'execute-api:/*' }
      `,
    },
    {
      name: 'every VPC endpoint may call the private API',
      at: ['Api/Properties/Policy/Statement/0/Principal'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            EndpointConfiguration: { Types: [PRIVATE] }
            Policy:
              Version: '2012-10-17'
              Statement:
                - { Effect: Allow, Principal: { AWS: ['*'] }, Action: execute-api:Invoke, Resource: 'execute-api:/*' }
      `,
    },
    {
      name: 'the private API has no policy',
      at: ['Api/Properties/Policy'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            EndpointConfiguration: { Types: [PRIVATE] }
      `,
    },
  ],
  passes: [
    {
      name: 'one VPC endpoint may',
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            EndpointConfiguration: { Types: [PRIVATE] }
            Policy:
              Version: '2012-10-17'
              Statement:
                - { Effect: Allow, Principal: '*', Action: execute-api:Invoke, Resource: 'execute-api:/*' }
                - Effect: Deny
                  Principal: '*'
                  Action: execute-api:Invoke
                  Resource: 'execute-api:/*'
                  Condition: { StringNotEquals: { aws:SourceVpce: vpce-0a1b2c } }
      `,
    },
    {
      name: 'a public API without a policy relies on its methods',
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys gives the policy',
      at: ['Api/Properties/Policy'],
      template: `
        Parameters:
          Policy:
            Type: String
        Resources:
          Api:
            Type: AWS::ApiGateway::RestApi
            Properties:
              Policy: !Ref Policy
      `,
    },
  ],
});
