import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import rule from '../../../src/rules/firewall/waf-log4j';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the common rules alone do not stop them',
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
      name: 'the group is missing',
      at: ['Firewall/Properties/Rules'],
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties: { Scope: REGIONAL, DefaultAction: { Allow: {} } }
      `,
    },
    {
      name: 'the rule is taken out',
      at: ['Firewall/Properties/Rules/0'],
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties:
            Scope: REGIONAL
            DefaultAction: { Allow: {} }
            Rules:
              - Name: bad-inputs
                Priority: 0
                OverrideAction: { None: {} }
                Statement:
                  ManagedRuleGroupStatement: { VendorName: AWS, Name: AWSManagedRulesKnownBadInputsRuleSet, ExcludedRules: [{ Name: Log4JRCE_HEADER }] }
      `,
    },
    {
      name: 'a group of their own has none',
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
      name: 'the group blocks',
      template: (stack) => {
        const visibilityConfig = { cloudWatchMetricsEnabled: true, metricName: 'orders', sampledRequestsEnabled: true };
        const name = 'AWSManagedRulesKnownBadInputsRuleSet';
        const statement = { managedRuleGroupStatement: { vendorName: 'AWS', name } };
        new wafv2.CfnWebACL(stack, 'Firewall', {
          scope: 'REGIONAL',
          defaultAction: { allow: {} },
          visibilityConfig,
          rules: [{ name, priority: 0, overrideAction: { none: {} }, statement, visibilityConfig }],
        });
      },
    },
  ],
  unknown: [
    {
      name: 'the rules are in a group of their own',
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
                  RuleGroupReferenceStatement: { Arn: arn:aws:wafv2:eu-west-1:111122223333:regional/rulegroup/ours/a1b2c3 }
      `,
    },
  ],
});
