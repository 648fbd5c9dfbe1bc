import { Stack, Tags } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import rule from '../../../src/rules/network/network-isolated-open';
import { ruleExamples } from '../rule-examples';

const subnetConfiguration = [{ name: 'Code', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }];

function isolatedVpc(stack: Stack): ec2.Vpc {
  const vpc = new ec2.Vpc(stack, 'Vpc', { natGateways: 0, subnetConfiguration });
  Tags.of(vpc).add('cdk-secure-serverless:network', 'isolated');
  return vpc;
}

export default ruleExamples(rule, {
  fails: [
    {
      name: 'the closed network gets an internet gateway and a route',
      at: ['Attachment', 'Route/Properties/GatewayId'],
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', {
          natGateways: 0,
          subnetConfiguration: [{ name: 'Code', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
        });
        Tags.of(vpc).add('cdk-secure-serverless:network', 'isolated');
        const { ref } = new ec2.CfnInternetGateway(stack, 'Gateway');
        new ec2.CfnVPCGatewayAttachment(stack, 'Attachment', { vpcId: vpc.vpcId, internetGatewayId: ref });
        new ec2.CfnRoute(stack, 'Route', {
          routeTableId: vpc.isolatedSubnets[0].routeTable.routeTableId,
          destinationCidrBlock: '0.0.0.0/0',
          gatewayId: ref,
        });
      },
    },
    {
      name: 'another stack adds a route to a few addresses',
      at: ['Route/Properties/TransitGatewayId'],
      template: (stack) => {
        const vpc = isolatedVpc(stack);
        new ec2.CfnRoute(stack, 'Route', {
          routeTableId: vpc.isolatedSubnets[0].routeTable.routeTableId,
          destinationCidrBlock: '198.51.100.0/24',
          transitGatewayId: 'tgw-0a1b2c',
        });
      },
    },
    {
      name: 'it is peered by somebody else',
      at: ['Peering'],
      template: (stack) => {
        new ec2.CfnVPCPeeringConnection(stack, 'Peering', { vpcId: 'vpc-0a1b2c', peerVpcId: isolatedVpc(stack).vpcId });
      },
    },
    {
      name: 'there is an endpoint of a service of somebody else',
      at: ['VpcTheirs/Properties/ServiceName'],
      template: (stack) => {
        isolatedVpc(stack).addInterfaceEndpoint('Theirs', {
          service: new ec2.InterfaceVpcEndpointService('com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0'),
        });
      },
    },
    {
      name: 'options name another resolver',
      at: ['Uses'],
      template: (stack) => {
        const { ref } = new ec2.CfnDHCPOptions(stack, 'Options', { domainNameServers: ['198.51.100.53'] });
        new ec2.CfnVPCDHCPOptionsAssociation(stack, 'Uses', { vpcId: isolatedVpc(stack).vpcId, dhcpOptionsId: ref });
      },
    },
  ],
  passes: [
    {
      name: 'the closed network reaches services of AWS',
      template: (stack) => {
        const vpc = new ec2.Vpc(stack, 'Vpc', {
          natGateways: 0,
          subnetConfiguration: [{ name: 'Code', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
        });
        Tags.of(vpc).add('cdk-secure-serverless:network', 'isolated');
        vpc.addGatewayEndpoint('Files', { service: ec2.GatewayVpcEndpointAwsService.S3 });
        vpc.addInterfaceEndpoint('Queues', { service: ec2.InterfaceVpcEndpointAwsService.SQS });
      },
    },
    {
      name: 'the network is not said to be closed',
      template: (stack) => {
        new ec2.Vpc(stack, 'Vpc');
      },
    },
  ],
  unknown: [
    {
      name: 'the route table of a subnet is not part of the app',
      at: ['Uses/Properties/RouteTableId'],
      template: `
        Vpc:
          Type: AWS::EC2::VPC
          Properties: { CidrBlock: 10.0.0.0/16, Tags: [{ Key: 'cdk-secure-serverless:network', Value: isolated }] }
        Subnet:
          Type: AWS::EC2::Subnet
          Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 }
        Uses:
          Type: AWS::EC2::SubnetRouteTableAssociation
          Properties: { SubnetId: !Ref Subnet, RouteTableId: rtb-0a1b2c }
      `,
    },
  ],
});
