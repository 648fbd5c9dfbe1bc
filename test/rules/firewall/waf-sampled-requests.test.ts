import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import rule from '../../../src/rules/firewall/waf-sampled-requests';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the web ACL keeps none',
      at: ['Firewall/Properties/VisibilityConfig/SampledRequestsEnabled'],
      template: (stack) =>
        new wafv2.CfnWebACL(stack, 'Firewall', {
          scope: 'REGIONAL',
          defaultAction: { allow: {} },
          visibilityConfig: { cloudWatchMetricsEnabled: true, metricName: 'shop', sampledRequestsEnabled: false },
        }),
    },
    {
      name: 'one rule keeps none',
      at: ['Firewall/Properties/Rules/0/VisibilityConfig/SampledRequestsEnabled'],
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties:
            Scope: REGIONAL
            DefaultAction: { Allow: {} }
            VisibilityConfig: { CloudWatchMetricsEnabled: true, MetricName: shop, SampledRequestsEnabled: true }
            Rules:
              - Name: rate
                Priority: 0
                Action: { Block: {} }
                Statement:
                  RateBasedStatement: { AggregateKeyType: IP, Limit: 2000 }
                VisibilityConfig: { CloudWatchMetricsEnabled: true, MetricName: rate, SampledRequestsEnabled: false }
      `,
    },
  ],
  passes: [
    {
      name: 'samples are kept',
      template: (stack) =>
        new wafv2.CfnWebACL(stack, 'Firewall', {
          scope: 'REGIONAL',
          defaultAction: { allow: {} },
          visibilityConfig: { cloudWatchMetricsEnabled: true, metricName: 'shop', sampledRequestsEnabled: true },
        }),
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Firewall/Properties/VisibilityConfig/SampledRequestsEnabled'],
      template: `
        Parameters:
          Samples: { Type: String }
        Resources:
          Firewall:
            Type: AWS::WAFv2::WebACL
            Properties:
              Scope: REGIONAL
              DefaultAction: { Allow: {} }
              VisibilityConfig: { CloudWatchMetricsEnabled: true, MetricName: shop, SampledRequestsEnabled: !Ref Samples }
      `,
    },
  ],
});
