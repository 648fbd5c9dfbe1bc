import rule from '../../../src/rules/api/apigw-usage-plan-limits';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no quota',
      at: ['Plan/Properties/Quota/Limit', 'Plan/Properties/Quota/Period'],
      template: `
        Plan:
          Type: AWS::ApiGateway::UsagePlan
          Properties:
            Throttle: { RateLimit: 10, BurstLimit: 20 }
      `,
    },
  ],
  passes: [
    {
      name: 'all limits are there',
      template: `
        Plan:
          Type: AWS::ApiGateway::UsagePlan
          Properties:
            Throttle: { RateLimit: 10, BurstLimit: 20 }
            Quota: { Limit: 1000, Period: DAY }
      `,
    },
  ],
  unknown: [
    {
      name: 'the quota is a parameter',
      at: ['Plan/Properties/Quota/Limit'],
      template: `
        Parameters:
          Limit: { Type: Number }
        Resources:
          Plan:
            Type: AWS::ApiGateway::UsagePlan
            Properties:
              Throttle: { RateLimit: 10, BurstLimit: 20 }
              Quota: { Limit: !Ref Limit, Period: DAY }
      `,
    },
  ],
});
