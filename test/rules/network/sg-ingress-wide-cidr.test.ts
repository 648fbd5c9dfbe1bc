import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/sg-ingress-wide-cidr';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'a network may',
      at: ['Orders/Properties/SecurityGroupIngress/0/CidrIp'],
      template: (stack) => {
        const orders = new ec2.SecurityGroup(stack, 'Orders', { vpc: new ec2.Vpc(stack, 'Vpc') });
        orders.addIngressRule(ec2.Peer.ipv4('10.0.0.0/16'), ec2.Port.HTTPS);
      },
    },
  ],
  passes: [
    {
      name: 'one address may',
      template: (stack) => {
        const orders = new ec2.SecurityGroup(stack, 'Orders', { vpc: new ec2.Vpc(stack, 'Vpc') });
        orders.addIngressRule(ec2.Peer.ipv4('10.0.0.7/32'), ec2.Port.HTTPS);
      },
    },
  ],
});
