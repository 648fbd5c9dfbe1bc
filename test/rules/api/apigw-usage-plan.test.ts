import rule from '../../../src/rules/api/apigw-usage-plan';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no plan',
      at: ['Stage'],
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
      name: 'there is one',
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: !Ref Api
            StageName: prod
        Plan:
          Type: AWS::ApiGateway::UsagePlan
          Properties:
            ApiStages:
              - ApiId: !Ref Api
                Stage: !Ref Stage
      `,
    },
    {
      name: 'a plan names the stage that a deployment makes',
      template: `
        Api:
          Type: AWS::ApiGateway::RestApi
        Deployment:
          Type: AWS::ApiGateway::Deployment
          Properties:
            RestApiId: !Ref Api
            StageName: prod
        Plan:
          Type: AWS::ApiGateway::UsagePlan
          Properties:
            ApiStages:
              - ApiId: !Ref Api
                Stage: prod
      `,
    },
  ],
});
