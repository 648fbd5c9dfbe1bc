import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as logs from 'aws-cdk-lib/aws-logs';
import { SecureApi } from '../../../src/api/secure-api';
import { SecureLogGroup } from '../../../src/log-group/secure-log-group';
import rule from '../../../src/rules/api/apigw-structured-log';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the format is that of web servers, as the L2 has it',
      at: ['OrdersDeploymentStageprod/Properties/AccessLogSetting/Format'],
      template: (stack) => {
        const log = new logs.LogGroup(stack, 'Access');
        const orders = new apigateway.RestApi(stack, 'Orders', {
          deployOptions: { accessLogDestination: new apigateway.LogGroupLogDestination(log) },
        });
        orders.root.addMethod('GET');
      },
    },
  ],
  passes: [
    {
      name: 'the format is JSON with the usual fields',
      template: (stack) => {
        const log = new SecureLogGroup(stack, 'Access');
        const orders = new SecureApi(stack, 'Orders', {
          deployOptions: {
            accessLogDestination: new apigateway.LogGroupLogDestination(log),
            accessLogFormat: apigateway.AccessLogFormat.jsonWithStandardFields(),
          },
        });
        orders.root.addMethod('GET');
      },
    },
    {
      name: 'the format is JSON',
      template: `
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: abc
            StageName: prod
            AccessLogSettings:
              DestinationArn: arn:aws:logs:eu-west-1:111122223333:log-group:api
              Format: '{"ip":"$context.identity.sourceIp","status":"$context.status"}'
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys gives the format',
      template: `
        Parameters:
          Format:
            Type: String
        Resources:
          Stage:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: abc
              StageName: prod
              AccessLogSetting:
                DestinationArn: arn:aws:logs:eu-west-1:111122223333:log-group:api
                Format: !Ref Format
      `,
    },
  ],
});
