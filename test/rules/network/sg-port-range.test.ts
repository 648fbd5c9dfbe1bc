import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/sg-port-range';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a thousand ports',
      at: ['Orders/Properties/SecurityGroupIngress/0/ToPort'],
      template: (stack) => {
        const orders = new ec2.SecurityGroup(stack, 'Orders', { vpc: new ec2.Vpc(stack, 'Vpc') });
        orders.addIngressRule(ec2.Peer.ipv4('10.0.0.0/16'), ec2.Port.tcpRange(8000, 9000));
      },
    },
  ],
  passes: [
    {
      name: 'one port',
      template: (stack) => {
        const orders = new ec2.SecurityGroup(stack, 'Orders', { vpc: new ec2.Vpc(stack, 'Vpc') });
        orders.addIngressRule(ec2.Peer.ipv4('10.0.0.0/16'), ec2.Port.tcp(8443));
      },
    },
  ],
});
