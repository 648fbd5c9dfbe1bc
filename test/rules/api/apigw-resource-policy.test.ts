import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-resource-policy';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the policy of the L2 lets everybody call',
      at: ['Orders/Properties/Policy/Statement/0/Principal'],
      template: (stack) => {
        const statement = new iam.PolicyStatement({
          principals: [new iam.AnyPrincipal()],
          actions: ['execute-api:Invoke'],
          resources: ['execute-api:/*'],
        });
        const orders = new apigateway.RestApi(stack, 'Orders', {
          policy: new iam.PolicyDocument({ statements: [statement] }),
        });
        orders.root.addMethod('GET');
      },
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
    {
      name: 'a private domain name answers every VPC endpoint',
      at: ['Domain/Properties/Policy/Statement/Principal'],
      template: `
        Domain:
          Type: AWS::ApiGateway::DomainNameV2
          Properties:
            DomainName: orders.example.internal
            EndpointConfiguration: { Types: [PRIVATE] }
            Policy:
              Statement: { Effect: Allow, Principal: '*', Action: execute-api:Invoke, Resource: 'execute-api:/*' }
      `,
    },
    {
      name: 'everybody but one account is named',
      at: ['Api/Properties/Policy/Statement/0/NotPrincipal'],
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            Name: orders
            Policy:
              Statement:
                - Effect: Allow
                  NotPrincipal: { AWS: '111122223333' }
                  Action: execute-api:Invoke
                  Resource: execute-api:/*
      `,
    },
  ],
  passes: [
    {
      name: 'one account may',
      template: (stack) => {
        const statement = new iam.PolicyStatement({
          principals: [new iam.AccountPrincipal('444455556666')],
          actions: ['execute-api:Invoke'],
          resources: ['execute-api:/*'],
        });
        const orders = new SecureApi(stack, 'Orders', {
          policy: new iam.PolicyDocument({ statements: [statement] }),
        });
        orders.root.addMethod('GET');
      },
    },
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
