import rule from '../../../src/rules/network/sg-egress-missing';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'there is no rule',
      at: ['Group/Properties/SecurityGroupEgress'],
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties: { GroupDescription: orders }
      `,
    },
  ],
  passes: [
    {
      name: 'there is a rule',
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: orders
            SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }]
      `,
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
