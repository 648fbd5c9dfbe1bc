import rule from '../../../src/rules/api/apigwv2-access-log';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the stage has no access log',
      at: ['Stage/Properties/AccessLogSettings/DestinationArn'],
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
      name: 'the stage has one',
      template: `
        Logs:
          Type: AWS::Logs::LogGroup
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: abc
            StageName: $default
            AccessLogSettings:
              DestinationArn: !GetAtt Logs.Arn
              Format: '{"ip":"$context.identity.sourceIp"}'
      `,
    },
  ],
});
