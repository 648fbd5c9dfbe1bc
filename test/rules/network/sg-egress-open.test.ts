import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/sg-egress-open';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'everything may go out',
      at: ['Orders/Properties/SecurityGroupEgress/0/CidrIp'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        new ec2.SecurityGroup(stack, 'Orders', { vpc });
      },
    },
  ],
  passes: [
    {
      name: 'only to the VPC',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        const orders = new ec2.SecurityGroup(stack, 'Orders', { vpc, allowAllOutbound: false });
        orders.addEgressRule(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.HTTPS);
      },
    },
  ],
  unknown: [
    {
      name: 'the range is a parameter',
      at: ['Rule/Properties/CidrIp'],
      template: `
        Parameters:
          Range: { Type: String }
        Resources:
          Rule:
            Type: AWS::EC2::SecurityGroupEgress
            Properties: { GroupId: sg-0a1b2c, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Ref Range }
      `,
    },
  ],
});
