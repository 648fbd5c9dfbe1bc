import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import { SecureLogGroup } from '../../../src/log-group/secure-log-group';
import rule from '../../../src/rules/firewall/waf-logging';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no log',
      at: ['Firewall'],
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
        const firewall = new wafv2.CfnWebACL(stack, 'Firewall', {
          scope: 'REGIONAL',
          defaultAction: { allow: {} },
          visibilityConfig: { cloudWatchMetricsEnabled: true, metricName: 'orders', sampledRequestsEnabled: true },
        });
        const log = new SecureLogGroup(stack, 'Log', { logGroupName: 'aws-waf-logs-orders' });
        new wafv2.CfnLoggingConfiguration(stack, 'Logging', {
          resourceArn: firewall.attrArn,
          logDestinationConfigs: [log.logGroupArn],
        });
      },
    },
  ],
  unknown: [
    {
      name: 'the log is for a parameter',
      at: ['Firewall'],
      template: `
        Parameters:
          Logged: { Type: String }
        Resources:
          Firewall:
            Type: AWS::WAFv2::WebACL
            Properties: { Scope: REGIONAL, DefaultAction: { Allow: {} } }
          Logging:
            Type: AWS::WAFv2::LoggingConfiguration
            Properties:
              ResourceArn: !Ref Logged
              LogDestinationConfigs: [arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-orders]
      `,
    },
  ],
});
