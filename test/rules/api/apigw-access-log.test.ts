import rule from '../../../src/rules/api/apigw-access-log';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the stage has no access log',
      at: ['Stage/Properties/AccessLogSetting/DestinationArn'],
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
      `,
    },
    {
      name: 'the deployment makes a stage without one',
      at: ['Deployment/Properties/StageDescription/AccessLogSetting/DestinationArn'],
      template: `
        Deployment:
          Type: AWS::ApiGateway::Deployment
          Properties:
            RestApiId: abc
            StageName: prod
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
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            AccessLogSetting:
              DestinationArn: !GetAtt Logs.Arn
              Format: '{"ip":"$context.identity.sourceIp"}'
      `,
    },
    {
      name: 'the deployment makes no stage',
      template: `
        Deployment:
          Type: AWS::ApiGateway::Deployment
          Properties:
            RestApiId: abc
      `,
    },
  ],
});
