import rule from '../../../src/rules/api/apigw-proxy-catchall';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a REST API passes everything on',
      at: ['Method/Properties/HttpMethod'],
      template: `
        Everything:
          Type: AWS::ApiGateway::Resource
          Properties:
            RestApiId: abc
            ParentId: def
            PathPart: '{proxy+}'
        Method:
          Type: AWS::ApiGateway::Method
          Properties:
            RestApiId: abc
            ResourceId: !Ref Everything
            HttpMethod: ANY
      `,
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
