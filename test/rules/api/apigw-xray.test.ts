import rule from '../../../src/rules/api/apigw-xray';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nothing is said',
      at: ['Stage/Properties/TracingEnabled'],
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
      `,
    },
  ],
  passes: [
    {
      name: 'the stage traces',
      template: `
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: abc
            StageName: prod
            TracingEnabled: true
      `,
    },
    {
      name: 'the deployment makes a stage that traces',
      template: `
        Deployment:
          Type: AWS::ApiGateway::Deployment
          Properties:
            RestApiId: abc
            StageName: prod
            StageDescription:
              TracingEnabled: true
      `,
    },
  ],
  unknown: [
    {
      name: 'whoever deploys says so',
      template: `
        Parameters:
          Tracing:
            Type: String
        Resources:
          Stage:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: abc
              StageName: prod
              TracingEnabled: !Ref Tracing
      `,
    },
  ],
});
