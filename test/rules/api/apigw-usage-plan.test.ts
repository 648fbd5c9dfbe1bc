import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-usage-plan';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 makes no plan',
      at: ['OrdersDeploymentStageprod'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('GET');
      },
    },
  ],
  passes: [
    {
      name: 'a plan limits calls a day',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders', {
          usagePlan: { quota: { limit: 10_000, period: apigateway.Period.DAY } },
        });
        orders.root.addMethod('GET');
      },
    },
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
