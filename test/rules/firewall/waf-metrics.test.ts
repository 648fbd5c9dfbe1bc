import rule from '../../../src/rules/firewall/waf-metrics';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'it does not count',
      at: ['Firewall/Properties/VisibilityConfig/CloudWatchMetricsEnabled'],
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties:
            Scope: REGIONAL
            DefaultAction: { Allow: {} }
            VisibilityConfig: { CloudWatchMetricsEnabled: false, MetricName: orders, SampledRequestsEnabled: true }
      `,
    },
  ],
  passes: [
    {
      name: 'it counts',
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties:
            Scope: REGIONAL
            DefaultAction: { Allow: {} }
            VisibilityConfig: { CloudWatchMetricsEnabled: true, MetricName: orders, SampledRequestsEnabled: true }
      `,
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
