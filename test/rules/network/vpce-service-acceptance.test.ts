import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import rule from '../../../src/rules/network/vpce-service-acceptance';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'nobody is asked',
      at: ['Service/Properties/AcceptanceRequired'],
      template: (stack) => {
        const balancer = elbv2.NetworkLoadBalancer.fromNetworkLoadBalancerAttributes(stack, 'Orders', {
          loadBalancerArn:
            'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/orders/a1b2c3d4e5f6a7b8',
        });
        new ec2.VpcEndpointService(stack, 'Service', {
          vpcEndpointServiceLoadBalancers: [balancer],
          acceptanceRequired: false,
        });
      },
    },
  ],
  passes: [
    {
      name: 'somebody is',
      template: (stack) => {
        const balancer = elbv2.NetworkLoadBalancer.fromNetworkLoadBalancerAttributes(stack, 'Orders', {
          loadBalancerArn:
            'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/orders/a1b2c3d4e5f6a7b8',
        });
        new ec2.VpcEndpointService(stack, 'Service', {
          vpcEndpointServiceLoadBalancers: [balancer],
          acceptanceRequired: true,
        });
      },
    },
  ],
  unknown: [
    {
      name: 'it is a parameter',
      at: ['Service/Properties/AcceptanceRequired'],
      template: `
        Parameters:
          Ask: { Type: String }
        Resources:
          Service:
            Type: AWS::EC2::VPCEndpointService
            Properties: { AcceptanceRequired: !Ref Ask }
      `,
    },
  ],
});
