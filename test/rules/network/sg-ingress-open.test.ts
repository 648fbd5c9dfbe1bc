import rule from '../../../src/rules/network/sg-ingress-open';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a rule of the group',
      at: ['Group/Properties/SecurityGroupIngress/0/CidrIp'],
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: orders
            SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: 0.0.0.0/0 }]
      `,
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
