import rule from '../../../src/rules/api/apigw-throttling';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: [
        'Stage/Properties/MethodSettings/0/ThrottlingRateLimit',
        'Stage/Properties/MethodSettings/0/ThrottlingBurstLimit',
      ],
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
      `,
    },
    {
      name: 'bursts are not limited',
      at: ['Stage/Properties/DefaultRouteSettings/ThrottlingBurstLimit'],
      template: `
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: abc
            StageName: $default
            DefaultRouteSettings:
              ThrottlingRateLimit: 100
      `,
    },
  ],
  passes: [
    {
      name: 'both are',
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            MethodSettings:
              - { HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 }
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys gives the limits',
      template: `
        Parameters:
          Rate:
            Type: Number
        Resources:
          Stage:
            Type: AWS::ApiGatewayV2::Stage
            Properties:
              ApiId: abc
              StageName: $default
              DefaultRouteSettings:
                ThrottlingRateLimit: !Ref Rate
                ThrottlingBurstLimit: !Ref Rate
      `,
    },
  ],
});
