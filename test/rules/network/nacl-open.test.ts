import rule from '../../../src/rules/network/nacl-open';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'every protocol for everybody',
      at: ['Entry/Properties/CidrBlock'],
      template: `
        Entry:
          Type: AWS::EC2::NetworkAclEntry
          Properties: { NetworkAclId: acl-0a1b2c, RuleNumber: 100, Protocol: -1, RuleAction: allow, CidrBlock: 0.0.0.0/0 }
      `,
    },
    {
      name: 'SSH is among the ports',
      at: ['Entry/Properties/CidrBlock'],
      template: `
        Entry:
          Type: AWS::EC2::NetworkAclEntry
          Properties: { NetworkAclId: acl-0a1b2c, RuleNumber: 100, Protocol: 6, PortRange: { From: 20, To: 25 }, RuleAction: allow, CidrBlock: 0.0.0.0/0 }
      `,
    },
  ],
  passes: [
    {
      name: 'a web server',
      template: `
        Entry:
          Type: AWS::EC2::NetworkAclEntry
          Properties: { NetworkAclId: acl-0a1b2c, RuleNumber: 100, Protocol: 6, PortRange: { From: 443, To: 443 }, RuleAction: allow, CidrBlock: 0.0.0.0/0 }
      `,
    },
  ],
  unknown: [
    {
      name: 'the range is a parameter',
      at: ['Entry/Properties/CidrBlock'],
      template: `
        Parameters:
          Range: { Type: String }
        Resources:
          Entry:
            Type: AWS::EC2::NetworkAclEntry
            Properties: { NetworkAclId: acl-0a1b2c, RuleNumber: 100, Protocol: -1, RuleAction: allow, CidrBlock: !Ref Range }
      `,
    },
  ],
});
