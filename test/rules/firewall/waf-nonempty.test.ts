import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import rule from '../../../src/rules/firewall/waf-nonempty';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there are none',
      at: ['Firewall/Properties/Rules'],
      template: (stack) =>
        new wafv2.CfnWebACL(stack, 'Firewall', {
          scope: 'REGIONAL',
          defaultAction: { allow: {} },
          visibilityConfig: { cloudWatchMetricsEnabled: true, metricName: 'orders', sampledRequestsEnabled: true },
        }),
    },
  ],
  passes: [
    {
      name: 'there is one',
      template: (stack) => {
        const visibilityConfig = { cloudWatchMetricsEnabled: true, metricName: 'orders', sampledRequestsEnabled: true };
        const statement = { rateBasedStatement: { limit: 2000, aggregateKeyType: 'IP' } };
        new wafv2.CfnWebACL(stack, 'Firewall', {
          scope: 'REGIONAL',
          defaultAction: { allow: {} },
          visibilityConfig,
          rules: [{ name: 'floods', priority: 0, action: { block: {} }, statement, visibilityConfig }],
        });
      },
    },
  ],
  unknown: [
    {
      name: 'the rules are a parameter',
      at: ['Firewall/Properties/Rules'],
      template: `
        Parameters:
          Given: { Type: String }
        Resources:
          Firewall:
            Type: AWS::WAFv2::WebACL
            Properties: { Scope: REGIONAL, DefaultAction: { Allow: {} }, Rules: !Ref Given }
      `,
    },
  ],
});
