import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-proxy-catchall';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 for one function passes everything on',
      at: ['OrdersproxyANY/Properties/HttpMethod'],
      template: (stack) => {
        const handler = lambda.Function.fromFunctionName(stack, 'Handler', 'orders');
        new apigateway.LambdaRestApi(stack, 'Orders', { handler });
      },
    },
    {
      name: 'so does an HTTP API',
      at: ['Route/Properties/RouteKey'],
      template: `
        Api:
          Type: AWS::ApiGatewayV2::Api
          Properties: { Name: books, ProtocolType: HTTP }
        Route:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref Api
            RouteKey: $default
      `,
    },
  ],
  passes: [
    {
      name: 'each operation has a method',
      template: (stack) => {
        const handler = lambda.Function.fromFunctionName(stack, 'Handler', 'orders');
        const orders = new SecureApi(stack, 'Orders');
        orders.root.addMethod('GET', new apigateway.LambdaIntegration(handler));
        orders.root.addMethod('POST', new apigateway.LambdaIntegration(handler));
      },
    },
    {
      name: 'the route is one operation',
      template: `
        Route:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: abc
            RouteKey: POST /author
      `,
    },
    {
      name: 'messages of a WebSocket API need a default',
      template: `
        Api:
          Type: AWS::ApiGatewayV2::Api
          Properties: { Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action }
        Route:
          Type: AWS::ApiGatewayV2::Route
          Properties:
            ApiId: !Ref Api
            RouteKey: $default
      `,
    },
  ],
});
