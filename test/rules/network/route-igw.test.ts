import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/route-igw';
import { ruleExamples } from '../rule-examples';

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the subnets of the L2 are public',
      at: ['VpcOrdersSubnet1DefaultRoute/Properties/GatewayId', 'VpcOrdersSubnet2DefaultRoute/Properties/GatewayId'],
      template: (stack) =>
        new ec2.Vpc(stack, 'Vpc', {
          natGateways: 0,
          subnetConfiguration: [{ name: 'Orders', subnetType: ec2.SubnetType.PUBLIC }],
        }),
    },
    {
      name: 'everything goes to the internet gateway',
      at: ['Route/Properties/GatewayId'],
      template: `
        Gateway:
          Type: AWS::EC2::InternetGateway
        Route:
          Type: AWS::EC2::Route
          Properties: { RouteTableId: rtb-0a1b2c, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway }
      `,
    },
    {
      name: 'all of IPv6 goes to a gateway that is a parameter, and only one to the internet takes it',
      at: ['Route/Properties/GatewayId'],
      template: `
        Parameters:
          Gateway: { Type: String }
        Resources:
          Route:
            Type: AWS::EC2::Route
            Properties: { RouteTableId: rtb-0a1b2c, DestinationIpv6CidrBlock: '::/0', GatewayId: !Ref Gateway }
      `,
    },
  ],
  passes: [
    {
      name: 'the subnets of the L2 have no way out',
      template: (stack) =>
        new ec2.Vpc(stack, 'Vpc', {
          natGateways: 0,
          subnetConfiguration: [{ name: 'Orders', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
        }),
    },
    {
      name: 'it goes to a virtual private gateway',
      template: `
        Vpn:
          Type: AWS::EC2::VPNGateway
          Properties: { Type: ipsec.1 }
        Route:
          Type: AWS::EC2::Route
          Properties: { RouteTableId: rtb-0a1b2c, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Vpn }
      `,
    },
    {
      name: 'it goes to a NAT gateway',
      template: `
        Route:
          Type: AWS::EC2::Route
          Properties: { RouteTableId: rtb-0a1b2c, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-0a1b2c }
      `,
    },
  ],
  unknown: [
    {
      name: 'the gateway is a parameter',
      at: ['Route/Properties/GatewayId'],
      template: `
        Parameters:
          Gateway: { Type: String }
        Resources:
          Route:
            Type: AWS::EC2::Route
            Properties: { RouteTableId: rtb-0a1b2c, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway }
      `,
    },
  ],
});
