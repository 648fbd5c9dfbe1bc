import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-data-trace';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'bodies of all methods are logged',
      at: ['OrdersDeploymentStageprod/Properties/MethodSettings/0/DataTraceEnabled'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders', {
          deployOptions: { loggingLevel: apigateway.MethodLoggingLevel.INFO, dataTraceEnabled: true },
        });
        orders.root.addMethod('POST');
      },
    },
    {
      name: 'the deployment makes the stage',
      at: ['Deployment/Properties/StageDescription/DataTraceEnabled'],
      template: `
        Deployment:
          Type: AWS::ApiGateway::Deployment
          Properties:
            RestApiId: abc
            StageName: prod
            StageDescription:
              DataTraceEnabled: 'true'
      `,
    },
    {
      name: 'messages of a WebSocket API are logged',
      at: ['Stage/Properties/DefaultRouteSettings/DataTraceEnabled'],
      template: `
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: abc
            StageName: prod
            DefaultRouteSettings:
              DataTraceEnabled: true
      `,
    },
  ],
  passes: [
    {
      name: 'calls are logged without bodies',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders', {
          deployOptions: { loggingLevel: apigateway.MethodLoggingLevel.INFO },
        });
        orders.root.addMethod('POST');
      },
    },
    {
      name: 'errors are logged without bodies',
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            MethodSettings:
              - HttpMethod: '*'
                ResourcePath: '/*'
                LoggingLevel: ERROR
                DataTraceEnabled: false
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says so',
      template: `
        Parameters:
          Trace:
            Type: String
        Resources:
          Stage:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: abc
              StageName: prod
              MethodSettings:
                - HttpMethod: '*'
                  ResourcePath: '/*'
                  DataTraceEnabled: !Ref Trace
      `,
    },
  ],
});
