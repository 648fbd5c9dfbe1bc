import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/nacl-ineffective';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'everything was allowed before',
      at: ['AclNoSsh/Properties/RuleNumber'],
      template: (stack) => {
        const acl = new ec2.NetworkAcl(stack, 'Acl', { vpc: new ec2.Vpc(stack, 'Vpc') });
        acl.addEntry('All', {
          ruleNumber: 100,
          cidr: ec2.AclCidr.anyIpv4(),
          traffic: ec2.AclTraffic.allTraffic(),
        });
        acl.addEntry('NoSsh', {
          ruleNumber: 200,
          cidr: ec2.AclCidr.anyIpv4(),
          traffic: ec2.AclTraffic.tcpPort(22),
          ruleAction: ec2.Action.DENY,
        });
      },
    },
    {
      name: 'some addresses are kept out, and come back from others',
      at: ['Deny/Properties/CidrBlock'],
      template: `
        Deny:
          Type: AWS::EC2::NetworkAclEntry
          Properties: { NetworkAclId: acl-0a1b2c, RuleNumber: 50, Protocol: 6, PortRange: { From: 22, To: 22 }, RuleAction: deny, CidrBlock: 203.0.113.7/32 }
      `,
    },
    {
      name: 'two have the same number',
      at: ['Http/Properties/RuleNumber', 'Https/Properties/RuleNumber'],
      template: `
        Http:
          Type: AWS::EC2::NetworkAclEntry
          Properties: { NetworkAclId: acl-0a1b2c, RuleNumber: 100, Protocol: 6, PortRange: { From: 80, To: 80 }, RuleAction: allow, CidrBlock: 0.0.0.0/0 }
        Https:
          Type: AWS::EC2::NetworkAclEntry
          Properties: { NetworkAclId: acl-0a1b2c, RuleNumber: 100, Protocol: 6, PortRange: { From: 443, To: 443 }, RuleAction: allow, CidrBlock: 0.0.0.0/0 }
      `,
    },
    {
      name: 'an earlier one allows some of the ports already',
      at: ['More/Properties/PortRange'],
      template: `
        Some:
          Type: AWS::EC2::NetworkAclEntry
          Properties: { NetworkAclId: acl-0a1b2c, RuleNumber: 100, Protocol: 6, PortRange: { From: 80, To: 90 }, RuleAction: allow, CidrBlock: 0.0.0.0/0 }
        More:
          Type: AWS::EC2::NetworkAclEntry
          Properties: { NetworkAclId: acl-0a1b2c, RuleNumber: 110, Protocol: 6, PortRange: { From: 85, To: 95 }, RuleAction: allow, CidrBlock: 0.0.0.0/0 }
      `,
    },
  ],
  passes: [
    {
      name: 'it comes first',
      template: (stack) => {
        const acl = new ec2.NetworkAcl(stack, 'Acl', { vpc: new ec2.Vpc(stack, 'Vpc') });
        acl.addEntry('NoSsh', {
          ruleNumber: 50,
          cidr: ec2.AclCidr.anyIpv4(),
          traffic: ec2.AclTraffic.tcpPort(22),
          ruleAction: ec2.Action.DENY,
        });
        acl.addEntry('All', {
          ruleNumber: 100,
          cidr: ec2.AclCidr.anyIpv4(),
          traffic: ec2.AclTraffic.allTraffic(),
        });
      },
    },
    {
      name: 'an entry for IPv6 says nothing about IPv4',
      template: `
        Allow:
          Type: AWS::EC2::NetworkAclEntry
          Properties: { NetworkAclId: acl-0a1b2c, RuleNumber: 100, Protocol: -1, RuleAction: allow, Ipv6CidrBlock: '::/0' }
        Deny:
          Type: AWS::EC2::NetworkAclEntry
          Properties: { NetworkAclId: acl-0a1b2c, RuleNumber: 200, Protocol: 6, PortRange: { From: 22, To: 22 }, RuleAction: deny, CidrBlock: 0.0.0.0/0 }
      `,
    },
  ],
});
