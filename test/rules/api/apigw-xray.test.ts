import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-xray';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: ['OrdersDeploymentStageprod/Properties/TracingEnabled'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('GET');
      },
    },
  ],
  passes: [
    {
      name: 'ours traces',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders');
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'the stage traces',
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            TracingEnabled: true
      `,
    },
    {
      name: 'the deployment makes a stage that traces',
      template: `
        Deployment:
          Type: AWS::ApiGateway::Deployment
          Properties:
            RestApiId: abc
            StageName: prod
            StageDescription:
              TracingEnabled: true
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says so',
      template: `
        Parameters:
          Tracing:
            Type: String
        Resources:
          Stage:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: abc
              StageName: prod
              TracingEnabled: !Ref Tracing
      `,
    },
  ],
});
