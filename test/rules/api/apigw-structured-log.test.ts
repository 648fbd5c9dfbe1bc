import rule from '../../../src/rules/api/apigw-structured-log';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the format is that of web servers',
      at: ['Stage/Properties/AccessLogSetting/Format'],
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            AccessLogSetting:
              DestinationArn: arn:aws:logs:eu-west-1:111122223333:log-group:api
              Format: $context.identity.sourceIp [$context.requestTime] $context.status
      `,
    },
  ],
  passes: [
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
