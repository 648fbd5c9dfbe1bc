import rule from '../../../src/rules/network/sg-ingress-admin';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'SSH is open',
      at: ['Group/Properties/SecurityGroupIngress/0/CidrIp'],
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: bastion
            SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }]
      `,
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
