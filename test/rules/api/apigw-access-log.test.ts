import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-access-log';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 makes a stage without access log',
      at: ['OrdersDeploymentStageprod/Properties/AccessLogSetting/DestinationArn'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'the deployment makes a stage without one',
      at: ['Deployment/Properties/StageDescription/AccessLogSetting/DestinationArn'],
      template: `
        Deployment:
          Type: AWS::ApiGateway::Deployment
          Properties:
            RestApiId: abc
            StageName: prod
      `,
    },
  ],
  passes: [
    {
      name: 'ours brings one',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders');
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'the stage has one',
      template: `
        Logs:
          Type: AWS::Logs::LogGroup
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            AccessLogSetting:
              DestinationArn: !GetAtt Logs.Arn
              Format: '{"ip":"$context.identity.sourceIp"}'
      `,
    },
    {
      name: 'the deployment makes no stage',
      template: `
        Deployment:
          Type: AWS::ApiGateway::Deployment
          Properties:
            RestApiId: abc
      `,
    },
  ],
});
