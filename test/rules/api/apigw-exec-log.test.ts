import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-exec-log';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: ['OrdersDeploymentStageprod/Properties/MethodSettings/0/LoggingLevel'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'it is off for one method',
      at: ['Stage/Properties/MethodSettings/1/LoggingLevel'],
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            MethodSettings:
              - { HttpMethod: '*', ResourcePath: '/*', LoggingLevel: ERROR }
              - { HttpMethod: POST, ResourcePath: /~1author, LoggingLevel: 'OFF' }
      `,
    },
    {
      name: 'a WebSocket API says nothing',
      at: ['Stage/Properties/DefaultRouteSettings/LoggingLevel'],
      template: `
        Api:
          Type: AWS::ApiGatewayV2::Api
          Properties: { Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action }
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: !Ref Api
            StageName: prod
      `,
    },
  ],
  passes: [
    {
      name: 'ours logs errors',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders');
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'errors are logged',
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            MethodSettings:
              - { HttpMethod: '*', ResourcePath: '/*', LoggingLevel: ERROR }
      `,
    },
    {
      name: 'the deployment makes the stage',
      template: `
        Deployment:
          Type: AWS::ApiGateway::Deployment
          Properties:
            RestApiId: abc
            StageName: prod
            StageDescription:
              LoggingLevel: INFO
      `,
    },
    {
      name: 'HTTP APIs have no execution log',
      template: `
        Api:
          Type: AWS::ApiGatewayV2::Api
          Properties: { Name: books, ProtocolType: HTTP }
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: !Ref Api
            StageName: $default
      `,
    },
  ],
  unknown: [
    {
      name: 'errors of one method are logged, and whether there are others is not known',
      at: ['Stage/Properties/MethodSettings'],
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            MethodSettings:
              - { HttpMethod: GET, ResourcePath: /books, LoggingLevel: ERROR }
      `,
    },
    {
      name: 'whoever deploys gives the level',
      at: ['Stage/Properties/MethodSettings/0/LoggingLevel'],
      template: `
        Parameters:
          Level:
            Type: String
        Resources:
          Stage:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: abc
              StageName: prod
              MethodSettings:
                - { HttpMethod: '*', ResourcePath: '/*', LoggingLevel: !Ref Level }
      `,
    },
  ],
});
