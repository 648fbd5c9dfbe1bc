import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/nacl-one-way';
import { ruleExamples } from '../rule-examples';

const entry = (
  id: string,
  egress: boolean,
  ports: string,
  more = 'RuleAction: allow, Protocol: 6, CidrBlock: 10.0.0.0/16',
) => `
        ${id}: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: !Ref Acl, RuleNumber: 100, Egress: ${egress}, ${more}, PortRange: { ${ports} } } }`;
const acl = `
        Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: vpc-0a1b2c } }`;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'requests go out, and no answers come in',
      at: ['AclRequests/Properties/PortRange'],
      template: (stack) => {
        const list = new ec2.NetworkAcl(stack, 'Acl', { vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }) });
        list.addEntry('Requests', {
          ruleNumber: 100,
          direction: ec2.TrafficDirection.EGRESS,
          cidr: ec2.AclCidr.anyIpv4(),
          traffic: ec2.AclTraffic.tcpPort(443),
        });
      },
    },
    {
      name: 'answers may go out to another range only',
      at: ['In/Properties/PortRange', 'Out/Properties/PortRange'],
      template: `${acl}${entry('In', false, 'From: 443, To: 443')}${entry('Out', true, 'From: 1024, To: 65535', 'RuleAction: allow, Protocol: 6, CidrBlock: 192.0.2.0/24')}
      `,
    },
    {
      name: 'answers are let out to the port of the service',
      at: ['In/Properties/PortRange', 'Out/Properties/PortRange'],
      template: `${acl}${entry('In', false, 'From: 443, To: 443')}${entry('Out', true, 'From: 443, To: 443')}
      `,
    },
    {
      name: 'answers are denied',
      at: ['In/Properties/PortRange'],
      template: `${acl}${entry('In', false, 'From: 443, To: 443')}${entry('Out', true, 'From: 1024, To: 65535', 'RuleAction: deny, Protocol: 6, CidrBlock: 10.0.0.0/16')}
      `,
    },
  ],
  passes: [
    {
      name: 'answers come back to the ports of clients',
      template: (stack) => {
        const list = new ec2.NetworkAcl(stack, 'Acl', { vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }) });
        list.addEntry('Requests', {
          ruleNumber: 100,
          direction: ec2.TrafficDirection.EGRESS,
          cidr: ec2.AclCidr.anyIpv4(),
          traffic: ec2.AclTraffic.tcpPort(443),
        });
        list.addEntry('Answers', {
          ruleNumber: 100,
          direction: ec2.TrafficDirection.INGRESS,
          cidr: ec2.AclCidr.anyIpv4(),
          traffic: ec2.AclTraffic.tcpPortRange(1024, 65_535),
        });
      },
    },
    {
      name: 'everything may come back',
      template: `${acl}${entry('In', false, 'From: 443, To: 443')}
        Out: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: !Ref Acl, RuleNumber: 100, Egress: true, RuleAction: allow, Protocol: -1, CidrBlock: 0.0.0.0/0 } }
      `,
    },
    {
      name: 'pings and datagrams need no answers',
      template: `${acl}${entry('Ping', false, 'From: 0, To: 0', 'RuleAction: allow, Protocol: 17, CidrBlock: 10.0.0.0/16')}
      `,
    },
    {
      name: 'the range of the other entry is a parameter',
      template: `
        Parameters:
          Range: { Type: String }
        Resources:
          Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: vpc-0a1b2c } }${entry('In', false, 'From: 443, To: 443').replaceAll('        ', '          ')}${entry('Out', true, 'From: 1024, To: 65535', 'RuleAction: allow, Protocol: 6, CidrBlock: !Ref Range').replaceAll('        ', '          ')}
      `,
    },
    {
      name: 'the list is made elsewhere',
      template: `
        In: { Type: AWS::EC2::NetworkAclEntry, Properties: { NetworkAclId: acl-0a1b2c, RuleNumber: 100, Protocol: 6, RuleAction: allow, CidrBlock: 10.0.0.0/16, PortRange: { From: 443, To: 443 } } }
      `,
    },
  ],
});
