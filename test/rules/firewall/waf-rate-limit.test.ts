import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import rule from '../../../src/rules/firewall/waf-rate-limit';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'no rule counts',
      at: ['Firewall/Properties/Rules'],
      template: (stack) => {
        const visibilityConfig = { cloudWatchMetricsEnabled: true, metricName: 'orders', sampledRequestsEnabled: true };
        const name = 'AWSManagedRulesCommonRuleSet';
        const statement = { managedRuleGroupStatement: { vendorName: 'AWS', name } };
        new wafv2.CfnWebACL(stack, 'Firewall', {
          scope: 'REGIONAL',
          defaultAction: { allow: {} },
          visibilityConfig,
          rules: [{ name, priority: 0, overrideAction: { none: {} }, statement, visibilityConfig }],
        });
      },
    },
    {
      name: 'it counts by a header that is not named',
      at: ['Firewall/Properties/Rules/0/Statement/RateBasedStatement/AggregateKeyType'],
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties:
            Scope: REGIONAL
            DefaultAction: { Allow: {} }
            Rules:
              - Name: rate
                Priority: 0
                Action: { Block: {} }
                Statement:
                  RateBasedStatement: { AggregateKeyType: FORWARDED_IP, Limit: 2000 }
      `,
    },
    {
      name: 'what a group blocks shall only count',
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
                OverrideAction: { Count: {} }
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
      name: 'one address may send 2000 requests in five minutes',
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
      name: 'a group of their own has a limit',
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
  unknown: [
    {
      name: 'a group of rules may count',
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
