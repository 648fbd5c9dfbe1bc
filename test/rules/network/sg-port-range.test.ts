import rule from '../../../src/rules/network/sg-port-range';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a thousand ports',
      at: ['Group/Properties/SecurityGroupIngress/0/ToPort'],
      template: `
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: orders
            SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 8000, ToPort: 9000, CidrIp: 10.0.0.0/16 }]
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
  ],
});
