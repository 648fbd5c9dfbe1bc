import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import rule from '../../../src/rules/firewall/waf-malformed';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a group of rules says nothing of its actions',
      at: ['Firewall/Properties/Rules/0/OverrideAction'],
      template: (stack) => {
        const visibilityConfig = { cloudWatchMetricsEnabled: true, metricName: 'orders', sampledRequestsEnabled: true };
        const name = 'AWSManagedRulesCommonRuleSet';
        const statement = { managedRuleGroupStatement: { vendorName: 'AWS', name } };
        new wafv2.CfnWebACL(stack, 'Firewall', {
          scope: 'REGIONAL',
          defaultAction: { allow: {} },
          visibilityConfig,
          rules: [{ name, priority: 0, statement, visibilityConfig }],
        });
      },
    },
    {
      name: 'a rule has the action of a group, and its own is missing',
      at: ['Firewall/Properties/Rules/0/Action', 'Firewall/Properties/Rules/0/OverrideAction'],
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties:
            Scope: REGIONAL
            DefaultAction: { Allow: {} }
            Rules:
              - Name: rate
                Priority: 0
                OverrideAction: { None: {} }
                Statement:
                  RateBasedStatement: { AggregateKeyType: IP, Limit: 2000 }
      `,
    },
    {
      name: 'choices are left empty',
      at: [
        'Firewall/Properties/DefaultAction',
        'Firewall/Properties/Rules/0/Statement',
        'Firewall/Properties/Rules/1/Statement/ManagedRuleGroupStatement/RuleActionOverrides/0/ActionToUse',
      ],
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties:
            Scope: REGIONAL
            DefaultAction: {}
            Rules:
              - Name: nothing
                Priority: 0
                Action: { Block: {} }
                Statement: {}
              - Name: common
                Priority: 1
                OverrideAction: { None: {} }
                Statement:
                  ManagedRuleGroupStatement:
                    VendorName: AWS
                    Name: AWSManagedRulesCommonRuleSet
                    RuleActionOverrides:
                      - { Name: SizeRestrictions_BODY, ActionToUse: {} }
      `,
    },
  ],
  passes: [
    {
      name: 'a group of rules keeps its actions',
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
      name: 'each choice is made once',
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
                  RateBasedStatement: { AggregateKeyType: IP, Limit: 2000 }
              - Name: common
                Priority: 1
                OverrideAction: { None: {} }
                Statement:
                  ManagedRuleGroupStatement: { VendorName: AWS, Name: AWSManagedRulesCommonRuleSet }
      `,
    },
  ],
  unknown: [
    {
      name: 'the rules are a parameter',
      at: ['Firewall/Properties/Rules'],
      template: `
        Parameters:
          Rules: { Type: String }
        Resources:
          Firewall:
            Type: AWS::WAFv2::WebACL
            Properties: { Scope: REGIONAL, DefaultAction: { Allow: {} }, Rules: !Ref Rules }
      `,
    },
  ],
});
