import rule from '../../../src/rules/firewall/waf-nonempty';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there are none',
      at: ['Firewall/Properties/Rules'],
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties: { Scope: REGIONAL, DefaultAction: { Allow: {} } }
      `,
    },
  ],
  passes: [
    {
      name: 'there is one',
      template: `
        Firewall:
          Type: AWS::WAFv2::WebACL
          Properties:
            Scope: REGIONAL
            DefaultAction: { Allow: {} }
            Rules:
              - Name: floods
                Priority: 0
                Action: { Block: {} }
                Statement: { RateBasedStatement: { Limit: 2000, AggregateKeyType: IP } }
      `,
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
