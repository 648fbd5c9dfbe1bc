import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/nacl-open';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'every protocol for everybody',
      at: ['AclAll/Properties/CidrBlock'],
      template: (stack) => {
        const acl = new ec2.NetworkAcl(stack, 'Acl', { vpc: new ec2.Vpc(stack, 'Vpc') });
        acl.addEntry('All', {
          ruleNumber: 100,
          cidr: ec2.AclCidr.anyIpv4(),
          traffic: ec2.AclTraffic.allTraffic(),
        });
      },
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
    {
      name: 'a protocol for which the ports that are written do not count',
      at: ['Entry/Properties/Protocol'],
      template: `
        Entry:
          Type: AWS::EC2::NetworkAclEntry
          Properties: { NetworkAclId: acl-0a1b2c, RuleNumber: 100, Protocol: -1, PortRange: { From: 443, To: 443 }, RuleAction: allow, CidrBlock: 10.0.0.0/16 }
      `,
    },
    {
      name: 'everything may go out',
      at: ['Entry/Properties/PortRange'],
      template: `
        Entry:
          Type: AWS::EC2::NetworkAclEntry
          Properties: { NetworkAclId: acl-0a1b2c, RuleNumber: 100, Protocol: 6, PortRange: { From: 0, To: 65535 }, Egress: true, RuleAction: allow, CidrBlock: 0.0.0.0/0 }
      `,
    },
    {
      name: 'an earlier entry denies SSH to IPv6 only',
      at: ['Allow/Properties/CidrBlock'],
      template: `
        Acl:
          Type: AWS::EC2::NetworkAcl
          Properties: { VpcId: vpc-0a1b2c }
        Deny:
          Type: AWS::EC2::NetworkAclEntry
          Properties: { NetworkAclId: !Ref Acl, RuleNumber: 10, Protocol: 6, PortRange: { From: 22, To: 22 }, RuleAction: deny, Ipv6CidrBlock: '::/0' }
        Allow:
          Type: AWS::EC2::NetworkAclEntry
          Properties: { NetworkAclId: !Ref Acl, RuleNumber: 20, Protocol: 6, PortRange: { From: 0, To: 1024 }, RuleAction: allow, CidrBlock: 0.0.0.0/0 }
      `,
    },
  ],
  passes: [
    {
      name: 'a web server',
      template: (stack) => {
        const acl = new ec2.NetworkAcl(stack, 'Acl', { vpc: new ec2.Vpc(stack, 'Vpc') });
        acl.addEntry('Https', {
          ruleNumber: 100,
          cidr: ec2.AclCidr.anyIpv4(),
          traffic: ec2.AclTraffic.tcpPort(443),
        });
      },
    },
    {
      name: 'earlier entries deny the ports for administrators',
      template: `
        Acl:
          Type: AWS::EC2::NetworkAcl
          Properties: { VpcId: vpc-0a1b2c }
        Deny:
          Type: AWS::EC2::NetworkAclEntry
          Properties: { NetworkAclId: !Ref Acl, RuleNumber: 10, Protocol: 6, PortRange: { From: 22, To: 22 }, RuleAction: deny, CidrBlock: 0.0.0.0/0 }
        Allow:
          Type: AWS::EC2::NetworkAclEntry
          Properties: { NetworkAclId: !Ref Acl, RuleNumber: 20, Protocol: 6, PortRange: { From: 0, To: 1024 }, RuleAction: allow, CidrBlock: 0.0.0.0/0 }
      `,
    },
    {
      name: 'answers to calls that went out',
      template: `
        Entry:
          Type: AWS::EC2::NetworkAclEntry
          Properties: { NetworkAclId: acl-0a1b2c, RuleNumber: 100, Protocol: 6, PortRange: { From: 32768, To: 65535 }, RuleAction: allow, CidrBlock: 0.0.0.0/0 }
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
            Properties: { NetworkAclId: acl-0a1b2c, RuleNumber: 100, Protocol: 6, PortRange: { From: 22, To: 22 }, RuleAction: allow, CidrBlock: !Ref Range }
      `,
    },
  ],
});
