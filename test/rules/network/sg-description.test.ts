import rule from '../../../src/rules/network/sg-description';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is none',
      at: ['Group/Properties/SecurityGroupIngress/0/Description'],
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: orders
            SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }]
      `,
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
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: orders
            SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16, Description: partners }]
      `,
    },
  ],
});
