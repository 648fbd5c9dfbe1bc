import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/sg-ingress-open';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a rule of the group',
      at: ['Orders/Properties/SecurityGroupIngress/0/CidrIp'],
      template: (stack) => {
        const orders = new ec2.SecurityGroup(stack, 'Orders', { vpc: new ec2.Vpc(stack, 'Vpc') });
        orders.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(8080));
      },
    },
    {
      name: 'a rule beside it, for IPv6',
      at: ['Rule/Properties/CidrIpv6'],
      template: `
        Rule:
          Type: AWS::EC2::SecurityGroupIngress
          Properties: { GroupId: sg-0a1b2c, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIpv6: '::/0' }
      `,
    },
  ],
  passes: [
    {
      name: 'the group of whoever connects',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        const shop = new ec2.SecurityGroup(stack, 'Shop', { vpc });
        const orders = new ec2.SecurityGroup(stack, 'Orders', { vpc });
        orders.addIngressRule(shop, ec2.Port.tcp(8080));
      },
    },
    {
      name: 'a range of the company',
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: orders
            SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }]
      `,
    },
  ],
  unknown: [
    {
      name: 'the range is a parameter',
      at: ['Group/Properties/SecurityGroupIngress/0/CidrIp'],
      template: `
        Parameters:
          Range: { Type: String }
        Resources:
          Group:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: orders
              SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Ref Range }]
      `,
    },
  ],
});
