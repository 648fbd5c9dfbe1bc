import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import rule from '../../../src/rules/firewall/waf-managed-rules';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is a limit only',
      at: ['Firewall/Properties/Rules'],
      template: (stack) => {
        const visibilityConfig = { cloudWatchMetricsEnabled: true, metricName: 'orders', sampledRequestsEnabled: true };
        const statement = { rateBasedStatement: { aggregateKeyType: 'IP', limit: 2000 } };
        new wafv2.CfnWebACL(stack, 'Firewall', {
          scope: 'REGIONAL',
          defaultAction: { allow: {} },
          visibilityConfig,
          rules: [{ name: 'rate', priority: 0, action: { block: {} }, statement, visibilityConfig }],
        });
      },
    },
    {
      name: 'the common rules only count',
      at: ['Firewall/Properties/Rules/0/OverrideAction/Count'],
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties:
            Scope: REGIONAL
            DefaultAction: { Allow: {} }
            Rules:
              - Name: common
                Priority: 0
                OverrideAction: { Count: {} }
                Statement:
                  ManagedRuleGroupStatement: { VendorName: AWS, Name: AWSManagedRulesCommonRuleSet }
              - Name: reputation
                Priority: 1
                OverrideAction: { None: {} }
                Statement:
                  ManagedRuleGroupStatement: { VendorName: AWS, Name: AWSManagedRulesAmazonIpReputationList }
      `,
    },
    {
      name: 'a group of their own cannot hold them',
      at: ['Firewall/Properties/Rules'],
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties:
            Scope: REGIONAL
            DefaultAction: { Allow: {} }
            Rules:
              - Name: ours
                Priority: 0
                OverrideAction: { None: {} }
                Statement:
                  RuleGroupReferenceStatement: { Arn: !GetAtt Ours.Arn }
        Ours:
          Type: AWS::WAFv2::RuleGroup
          Properties:
            Scope: REGIONAL
            Capacity: 2
            Rules:
              - Name: rate
                Priority: 0
                Action: { Block: {} }
                Statement:
                  RateBasedStatement: { AggregateKeyType: IP, Limit: 2000 }
      `,
    },
  ],
  passes: [
    {
      name: 'both groups are there',
      template: (stack) => {
        const visibilityConfig = { cloudWatchMetricsEnabled: true, metricName: 'orders', sampledRequestsEnabled: true };
        const groups = ['AWSManagedRulesCommonRuleSet', 'AWSManagedRulesAmazonIpReputationList'];
        const rules = groups.map((name, priority) => {
          const statement = { managedRuleGroupStatement: { vendorName: 'AWS', name } };
          return { name, priority, overrideAction: { none: {} }, statement, visibilityConfig };
        });
        new wafv2.CfnWebACL(stack, 'Firewall', {
          scope: 'REGIONAL',
          defaultAction: { allow: {} },
          visibilityConfig,
          rules,
        });
      },
    },
  ],
  unknown: [
    {
      name: 'a group of the company may have them',
      at: ['Firewall/Properties/Rules'],
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties:
            Scope: REGIONAL
            DefaultAction: { Allow: {} }
            Rules:
              - Name: company
                Priority: 0
                OverrideAction: { None: {} }
                Statement:
                  RuleGroupReferenceStatement:
                    Arn: arn:aws:wafv2:eu-west-1:111122223333:regional/rulegroup/company/a1b2c3d4
      `,
    },
  ],
});
