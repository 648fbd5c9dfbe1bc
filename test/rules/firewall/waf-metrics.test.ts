import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import rule from '../../../src/rules/firewall/waf-metrics';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it does not count',
      at: ['Firewall/Properties/VisibilityConfig/CloudWatchMetricsEnabled'],
      template: (stack) =>
        new wafv2.CfnWebACL(stack, 'Firewall', {
          scope: 'REGIONAL',
          defaultAction: { allow: {} },
          visibilityConfig: { cloudWatchMetricsEnabled: false, metricName: 'orders', sampledRequestsEnabled: true },
        }),
    },
  ],
  passes: [
    {
      name: 'it counts',
      template: (stack) =>
        new wafv2.CfnWebACL(stack, 'Firewall', {
          scope: 'REGIONAL',
          defaultAction: { allow: {} },
          visibilityConfig: { cloudWatchMetricsEnabled: true, metricName: 'orders', sampledRequestsEnabled: true },
        }),
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Firewall/Properties/VisibilityConfig/CloudWatchMetricsEnabled'],
      template: `
        Parameters:
          Count: { Type: String }
        Resources:
          Firewall:
            Type: AWS::WAFv2::WebACL
            Properties:
              Scope: REGIONAL
              DefaultAction: { Allow: {} }
              VisibilityConfig: { CloudWatchMetricsEnabled: !Ref Count, MetricName: orders, SampledRequestsEnabled: true }
      `,
    },
  ],
});
