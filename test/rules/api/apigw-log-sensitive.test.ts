import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as logs from 'aws-cdk-lib/aws-logs';
import { SecureApi } from '../../../src/api/secure-api';
import { SecureLogGroup } from '../../../src/log-group/secure-log-group';
import rule from '../../../src/rules/api/apigw-log-sensitive';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 is told to log API keys',
      at: ['OrdersDeploymentStageprod/Properties/AccessLogSetting/Format'],
      template: (stack) => {
        const log = new logs.LogGroup(stack, 'Access');
        const id = apigateway.AccessLogField.contextRequestId();
        const caller = apigateway.AccessLogField.contextIdentityApiKey();
        const orders = new apigateway.RestApi(stack, 'Orders', {
          deployOptions: {
            accessLogDestination: new apigateway.LogGroupLogDestination(log),
            accessLogFormat: apigateway.AccessLogFormat.custom(JSON.stringify({ id, caller })),
          },
        });
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'claims of the token are logged',
      at: ['Stage/Properties/AccessLogSettings/Format'],
      template: `
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: abc
            StageName: $default
            AccessLogSettings:
              DestinationArn: arn:aws:logs:eu-west-1:111122223333:log-group:api
              Format: !Sub '{"caller":"$context.authorizer.claims.email","app":"\${AWS::StackName}"}'
      `,
    },
  ],
  passes: [
    {
      name: 'their ids are logged',
      template: (stack) => {
        const log = new SecureLogGroup(stack, 'Access');
        const id = apigateway.AccessLogField.contextRequestId();
        const caller = apigateway.AccessLogField.contextIdentityApiKeyId();
        const orders = new SecureApi(stack, 'Orders', {
          deployOptions: {
            accessLogDestination: new apigateway.LogGroupLogDestination(log),
            accessLogFormat: apigateway.AccessLogFormat.custom(JSON.stringify({ id, caller })),
          },
        });
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'ids are logged',
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            AccessLogSetting:
              DestinationArn: arn:aws:logs:eu-west-1:111122223333:log-group:api
              Format: '{"caller":"$context.authorizer.principalId","key":"$context.identity.apiKeyId","slow":"$context.authorizer.latency"}'
      `,
    },
  ],
});
