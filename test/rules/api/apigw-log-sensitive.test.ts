import rule from '../../../src/rules/api/apigw-log-sensitive';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'API keys are logged',
      at: ['Stage/Properties/AccessLogSetting/Format'],
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            AccessLogSetting:
              DestinationArn: arn:aws:logs:eu-west-1:111122223333:log-group:api
              Format: '{"ip":"$context.identity.sourceIp","key":"$context.identity.apiKey"}'
      `,
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
