import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { SecureApi } from '../../../src/api/secure-api';
import rule from '../../../src/rules/api/apigw-usage-plan-limits';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the L2 has no quota',
      at: ['OrdersPartners/Properties/Quota/Limit', 'OrdersPartners/Properties/Quota/Period'],
      template: (stack) => {
        const orders = new apigateway.RestApi(stack, 'Orders');
        orders.root.addMethod('GET');
        orders.addUsagePlan('Partners', { throttle: { rateLimit: 10, burstLimit: 20 } });
      },
    },
  ],
  passes: [
    {
      name: 'calls a day are limited too',
      template: (stack) => {
        const orders = new SecureApi(stack, 'Orders');
        orders.root.addMethod('GET');
        orders.addUsagePlan('Partners', {
          throttle: { rateLimit: 10, burstLimit: 20 },
          quota: { limit: 10_000, period: apigateway.Period.DAY },
        });
      },
    },
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
