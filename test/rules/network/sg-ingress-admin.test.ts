import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/sg-ingress-admin';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'SSH is open',
      at: ['Bastion/Properties/SecurityGroupIngress/0/CidrIp'],
      template: (stack) => {
        const bastion = new ec2.SecurityGroup(stack, 'Bastion', { vpc: new ec2.Vpc(stack, 'Vpc') });
        bastion.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.SSH);
      },
    },
    {
      name: 'a range of ports has it',
      at: ['Rule/Properties/CidrIp'],
      template: `
        Rule:
          Type: AWS::EC2::SecurityGroupIngress
          Properties: { GroupId: sg-0a1b2c, IpProtocol: tcp, FromPort: 0, ToPort: 65535, CidrIp: 0.0.0.0/0 }
      `,
    },
  ],
  passes: [
    {
      name: 'a bastion that Session Manager opens takes no connections',
      template: (stack) => new ec2.BastionHostLinux(stack, 'Bastion', { vpc: new ec2.Vpc(stack, 'Vpc') }),
    },
    {
      name: 'a web server',
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: site
            SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }]
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
              GroupDescription: bastion
              SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref Range }]
      `,
    },
  ],
});
