import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { SecureLogGroup } from '../../../src/log-group/secure-log-group';
import rule from '../../../src/rules/api/apigwv2-access-log';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 makes a stage without access log',
      at: ['OrdersDefaultStage/Properties/AccessLogSettings/DestinationArn'],
      template: (stack) => new apigwv2.HttpApi(stack, 'Orders'),
    },
    {
      name: 'the log group is empty',
      at: ['Stage/Properties/AccessLogSettings/DestinationArn'],
      template: `
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: abc
            StageName: prod
            AccessLogSettings: { DestinationArn: '', Format: $context.requestId }
      `,
    },
  ],
  passes: [
    {
      name: 'the stage has one',
      template: (stack) => {
        const orders = new apigwv2.HttpApi(stack, 'Orders', { createDefaultStage: false });
        orders.addStage('Live', {
          autoDeploy: true,
          accessLogSettings: { destination: new apigwv2.LogGroupLogDestination(new SecureLogGroup(stack, 'Access')) },
        });
      },
    },
  ],
});
