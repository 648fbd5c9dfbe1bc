import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/sg-description';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is none',
      at: ['Orders/Properties/SecurityGroupIngress/0/Description'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        new ec2.CfnSecurityGroup(stack, 'Orders', {
          groupDescription: 'orders',
          vpcId: vpc.vpcId,
          securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIp: vpc.vpcCidrBlock }],
        });
      },
    },
    {
      name: 'the group itself has none',
      at: ['Group/Properties/GroupDescription'],
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties: { VpcId: vpc-0a1b2c }
      `,
    },
  ],
  passes: [
    {
      name: 'there is one',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        const orders = new ec2.SecurityGroup(stack, 'Orders', { vpc, description: 'orders' });
        orders.addIngressRule(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.HTTPS, 'from functions of the VPC');
      },
    },
  ],
});
