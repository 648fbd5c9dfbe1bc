import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/sg-egress-missing';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no rule',
      at: ['Orders/Properties/SecurityGroupEgress'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        new ec2.CfnSecurityGroup(stack, 'Orders', { groupDescription: 'orders', vpcId: vpc.vpcId });
      },
    },
  ],
  passes: [
    {
      name: 'there is a rule',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        const orders = new ec2.SecurityGroup(stack, 'Orders', { vpc, allowAllOutbound: false });
        orders.addEgressRule(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.HTTPS);
      },
    },
    {
      name: 'the rule stands beside it',
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties: { GroupDescription: orders }
        Rule:
          Type: AWS::EC2::SecurityGroupEgress
          Properties: { GroupId: !GetAtt Group.GroupId, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }
      `,
    },
  ],
});
