import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/sg-protocol-all';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'everything comes in',
      at: ['Orders/Properties/SecurityGroupIngress/0/IpProtocol'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        const orders = new ec2.SecurityGroup(stack, 'Orders', { vpc, allowAllOutbound: false });
        orders.addIngressRule(ec2.Peer.ipv4('10.0.0.0/16'), ec2.Port.allTraffic());
      },
    },
  ],
  passes: [
    {
      name: 'one port',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc');
        const orders = new ec2.SecurityGroup(stack, 'Orders', { vpc, allowAllOutbound: false });
        orders.addIngressRule(ec2.Peer.ipv4('10.0.0.0/16'), ec2.Port.HTTPS);
      },
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
