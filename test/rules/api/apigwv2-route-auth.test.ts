import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import rule from '../../../src/rules/api/apigwv2-route-auth';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 asks for nothing',
      at: ['OrdersDefaultRoute/Properties/AuthorizationType'],
      template: (stack) => {
        const handler = lambda.Function.fromFunctionName(stack, 'Handler', 'orders');
        new apigwv2.HttpApi(stack, 'Orders', {
          defaultIntegration: new HttpLambdaIntegration('Handler', handler),
        });
      },
    },
    {
      name: 'the route asks for nothing',
      at: ['Route/Properties/AuthorizationType'],
      template: `
        Api:
          Type: AWS::ApiGatewayV2::Api
          Properties: { Name: books, ProtocolType: HTTP }
        Route:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref Api
            RouteKey: POST /author
      `,
    },
    {
      name: 'everybody may connect',
      at: ['Connect/Properties/AuthorizationType'],
      template: `
        Api:
          Type: AWS::ApiGatewayV2::Api
          Properties: { Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action }
        Connect:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref Api
            RouteKey: $connect
            AuthorizationType: NONE
        Send:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref Api
            RouteKey: send
      `,
    },
    {
      name: 'nothing looks after who connects',
      at: ['Api'],
      template: `
        Api:
          Type: AWS::ApiGatewayV2::Api
          Properties: { Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action }
        Send:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref Api
            RouteKey: $default
      `,
    },
    {
      name: 'quick create makes a route for everything',
      at: ['Api/Properties/Target'],
      template: `
        Api:
          Type: AWS::ApiGatewayV2::Api
          Properties: { Name: books, ProtocolType: HTTP, Target: arn:aws:lambda:eu-west-1:111122223333:function:books }
      `,
    },
  ],
  passes: [
    {
      name: 'IAM authorizes every route',
      template: (stack) => {
        const handler = lambda.Function.fromFunctionName(stack, 'Handler', 'orders');
        new apigwv2.HttpApi(stack, 'Orders', {
          defaultIntegration: new HttpLambdaIntegration('Handler', handler),
          defaultAuthorizer: new HttpIamAuthorizer(),
        });
      },
    },
    {
      name: 'the route asks for a token, the preflight for nothing',
      template: `
        Api:
          Type: AWS::ApiGatewayV2::Api
          Properties: { Name: books, ProtocolType: HTTP }
        Route:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref Api
            RouteKey: ANY /{proxy+}
            AuthorizationType: JWT
            AuthorizerId: abc
        Preflight:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref Api
            RouteKey: OPTIONS /{proxy+}
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says so',
      at: ['Route/Properties/AuthorizationType'],
      template: `
        Parameters:
          Authorization:
            Type: String
        Resources:
          Route:
            Type: AWS::ApiGatewayV2::Route
            Properties:
              ApiId: abc
              RouteKey: POST /author
              AuthorizationType: !Ref Authorization
      `,
    },
  ],
});
