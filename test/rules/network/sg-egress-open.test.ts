import rule from '../../../src/rules/network/sg-egress-open';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'everything may go out',
      at: ['Group/Properties/SecurityGroupEgress/0/CidrIp'],
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: orders
            SecurityGroupEgress: [{ IpProtocol: -1, CidrIp: 0.0.0.0/0 }]
      `,
    },
  ],
  passes: [
    {
      name: 'only to the VPC',
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: orders
            SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }]
      `,
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
