import rule from '../../../src/rules/api/apigw-metrics';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Stage/Properties/MethodSettings/0/MetricsEnabled'],
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
      `,
    },
    {
      name: 'nor for an HTTP API',
      at: ['Stage/Properties/DefaultRouteSettings/DetailedMetricsEnabled'],
      template: `
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: abc
            StageName: $default
      `,
    },
  ],
  passes: [
    {
      name: 'all methods are counted',
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            MethodSettings:
              - { HttpMethod: '*', ResourcePath: '/*', MetricsEnabled: true }
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says so',
      template: `
        Parameters:
          Metrics:
            Type: String
        Resources:
          Stage:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: abc
              StageName: prod
              MethodSettings:
                - { HttpMethod: '*', ResourcePath: '/*', MetricsEnabled: !Ref Metrics }
      `,
    },
  ],
});
