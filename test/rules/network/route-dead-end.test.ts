import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/route-dead-end';
import { ruleExamples } from '../rule-examples';

const throughFirewall = (more: string) => `
        Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
        Front: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/28 } }
        FrontTable: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
        FrontUses: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Front, RouteTableId: !Ref FrontTable } }
        Firewall: { Type: AWS::NetworkFirewall::Firewall, Properties: { FirewallName: a, VpcId: !Ref Vpc, SubnetMappings: [{ SubnetId: !Ref Front }], FirewallPolicyArn: a } }
        Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
        Out: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, VpcEndpointId: !Select [1, !Split [':', !Select [0, !GetAtt Firewall.EndpointIds]]] } }${more}
      `;

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the NAT gateway is in an isolated subnet',
      at: ['Route/Properties/NatGatewayId'],
      template: (stack) => {
        const { isolatedSubnets } = new ec2.Vpc(stack, 'Vpc', {
          natGateways: 0,
          subnetConfiguration: [{ name: 'Code', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
        });
        const [{ subnetId }, { routeTable }] = isolatedSubnets;
        const gateway = new ec2.CfnNatGateway(stack, 'NatGateway', { subnetId, allocationId: 'eipalloc-0a1b2c' });
        new ec2.CfnRoute(stack, 'Route', {
          routeTableId: routeTable.routeTableId,
          destinationCidrBlock: '0.0.0.0/0',
          natGatewayId: gateway.attrNatGatewayId,
        });
      },
    },
    {
      name: 'nothing goes on from the firewall',
      at: ['Out/Properties/VpcEndpointId'],
      template: throughFirewall(''),
    },
  ],
  passes: [
    {
      name: 'the L2 puts NAT gateways into public subnets',
      template: (stack) => new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 1 }),
    },
    {
      name: 'a route goes on from the firewall',
      template: throughFirewall(`
        On: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref FrontTable, DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-0a1b2c } }`),
    },
    {
      name: 'a private NAT gateway is for other networks',
      template: `
        Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
        Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
        Gateway: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref Subnet, ConnectivityType: private } }
        Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
        Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Gateway } }
      `,
    },
    {
      name: 'the gateway is made elsewhere',
      template: `
        Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: rtb-0a1b2c, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-0a1b2c } }
      `,
    },
  ],
});
