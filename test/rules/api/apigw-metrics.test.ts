import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-metrics';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 says nothing',
      at: ['OrdersDeploymentStageprod/Properties/MethodSettings/0/MetricsEnabled'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('GET');
      },
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
      name: 'every method is counted',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders', { deployOptions: { metricsEnabled: true } });
        orders.root.addMethod('GET');
      },
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
