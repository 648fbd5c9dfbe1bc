import rule from '../../../src/rules/network/sg-ingress-wide-cidr';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a network may',
      at: ['Group/Properties/SecurityGroupIngress/0/CidrIp'],
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: orders
            SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }]
      `,
    },
  ],
  passes: [
    {
      name: 'one address may',
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: orders
            SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.7/32 }]
      `,
    },
  ],
});
