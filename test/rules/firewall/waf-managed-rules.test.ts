import rule from '../../../src/rules/firewall/waf-managed-rules';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is a limit only',
      at: ['Firewall/Properties/Rules'],
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
      `,
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
  ],
  passes: [
    {
      name: 'both groups are there',
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties:
            Scope: REGIONAL
            DefaultAction: { Allow: {} }
            Rules:
              - Name: common
                Priority: 0
                OverrideAction: { None: {} }
                Statement:
                  ManagedRuleGroupStatement: { VendorName: AWS, Name: AWSManagedRulesCommonRuleSet }
              - Name: reputation
                Priority: 1
                OverrideAction: { None: {} }
                Statement:
                  ManagedRuleGroupStatement: { VendorName: AWS, Name: AWSManagedRulesAmazonIpReputationList }
      `,
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
