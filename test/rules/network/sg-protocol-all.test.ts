import rule from '../../../src/rules/network/sg-protocol-all';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'everything comes in',
      at: ['Group/Properties/SecurityGroupIngress/0/IpProtocol'],
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: orders
            SecurityGroupIngress: [{ IpProtocol: -1, CidrIp: 10.0.0.0/16 }]
      `,
    },
  ],
  passes: [
    {
      name: 'one port',
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: orders
            SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }]
      `,
    },
    {
      name: 'the members talk to each other',
      template: `
        Rule:
          Type: AWS::EC2::SecurityGroupIngress
          Properties: { GroupId: sg-0a1b2c, IpProtocol: -1, SourceSecurityGroupId: sg-0a1b2c }
      `,
    },
  ],
});
