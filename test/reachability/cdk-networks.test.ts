import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as resolver from 'aws-cdk-lib/aws-route53resolver';
import { ask, at, synthesized } from './pieces';
import { endpointServicesOf } from '../../src/facts/endpoint-services';
import { chain, mayConnect, mayReachInternet, mayReachService, openingsOf, placementOf } from '../../src/reachability';

const isolated = [{ name: 'Code', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }];

function functionIn(stack: Stack, vpc: ec2.IVpc, props: Partial<lambda.FunctionProps> = {}): lambda.Function {
  return new lambda.Function(stack, 'Orders', {
    code: lambda.Code.fromInline('exports.handler = async () => {}'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
    vpc,
    ...props,
  });
}

describe('a function in a VPC of the CDK', () => {
  test.each<[string, (stack: Stack) => void, string, string]>([
    [
      'by default gets out through a NAT gateway',
      (stack) => functionIn(stack, new ec2.Vpc(stack, 'Vpc')),
      'yes',
      'Orders → Vpc/PrivateSubnet1/Subnet → Vpc/PrivateSubnet1/RouteTable (0.0.0.0/0) → Vpc/PublicSubnet1/NATGateway → Vpc/PublicSubnet1/RouteTable (0.0.0.0/0) → Vpc/IGW → the internet',
    ],
    [
      'with NAT instances gets out through them',
      (stack) =>
        functionIn(
          stack,
          new ec2.Vpc(stack, 'Vpc', {
            natGatewayProvider: ec2.NatProvider.instanceV2({ instanceType: new ec2.InstanceType('t4g.nano') }),
          }),
        ),
      'yes',
      'NatInstance',
    ],
    [
      'without NAT gateways does not get out',
      (stack) => functionIn(stack, new ec2.Vpc(stack, 'Vpc', { subnetConfiguration: isolated, natGateways: 0 })),
      'no',
      'no route of Vpc/CodeSubnet1/Subnet leads to the internet',
    ],
    [
      'with IPv6 gets out through the egress-only gateway',
      (stack) =>
        functionIn(stack, new ec2.Vpc(stack, 'Vpc', { ipProtocol: ec2.IpProtocol.DUAL_STACK }), {
          allowAllOutbound: false,
          allowAllIpv6Outbound: true,
          ipv6AllowedForDualStack: true,
        }),
      'yes',
      'EIGW',
    ],
    [
      'in a public subnet has no address to get out with',
      (stack) =>
        functionIn(stack, new ec2.Vpc(stack, 'Vpc'), {
          allowPublicSubnet: true,
          vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
        }),
      'no',
      '',
    ],
    [
      'without outbound traffic does not get out',
      (stack) => functionIn(stack, new ec2.Vpc(stack, 'Vpc'), { allowAllOutbound: false }),
      'no',
      '',
    ],
    [
      'that was imported: nobody knows',
      (stack) =>
        functionIn(
          stack,
          ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
            vpcId: 'vpc-1',
            availabilityZones: ['a', 'b'],
            isolatedSubnetIds: ['subnet-1', 'subnet-2'],
          }),
          { vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED } },
        ),
      'unknown',
      'subnet-1 is not part of the application',
    ],
  ])('%s', (_, scene, expected, path) => {
    const app = synthesized(scene);
    const reach = ask(app, () => mayReachInternet(at(app, 'Orders'), app));
    expect(reach.holds).toBe(expected);
    expect(chain(reach.path)).toContain(path);
  });

  test('reaches a database that it was let to, and a queue over the endpoint', () => {
    const app = synthesized((stack) => {
      const vpc = new ec2.Vpc(stack, 'Vpc', { subnetConfiguration: isolated, natGateways: 0 });
      vpc.addInterfaceEndpoint('Queues', { service: ec2.InterfaceVpcEndpointAwsService.SQS });
      const vpcSubnets = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };
      const engine = rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 });
      const writer = rds.ClusterInstance.serverlessV2('Writer');
      const store = new rds.DatabaseCluster(stack, 'Store', { engine, writer, vpc, vpcSubnets });
      store.connections.allowDefaultPortFrom(functionIn(stack, vpc, { vpcSubnets }));
    });
    const [orders, store] = ['Orders', 'Store'].map((path) => ask(app, () => placementOf(at(app, path))!));
    // The rules name the port as an attribute of the cluster, and the cluster has one that the L2 writes.
    expect(ask(app, () => mayConnect(orders, store, 5432, app)).holds).toBe('yes');
    expect(ask(app, () => mayConnect(orders, store, 3306, app)).holds).toBe('no');
    expect(ask(app, () => mayConnect(orders, store, 'own', app))).toMatchObject({
      holds: 'yes',
      path: ['Orders', 'port 5432', 'Store'],
    });
    expect(ask(app, () => mayConnect(store, orders, 'own', app)).holds).toBe('no');
    expect(ask(app, () => mayReachService(orders, endpointServicesOf('sqs')!, app)).holds).toBe('yes');
    expect(ask(app, () => mayReachService(orders, endpointServicesOf('sns')!, app))).toMatchObject({
      holds: 'no',
      path: ['no endpoint for sns serves Vpc/CodeSubnet1/Subnet'],
    });
  });
});

describe('a VPC without a way out', () => {
  const network = (stack: Stack) => new ec2.Vpc(stack, 'Vpc', { subnetConfiguration: isolated, natGateways: 0 });

  test('has no opening', () => {
    const app = synthesized((stack) => {
      const vpc = network(stack);
      vpc.addInterfaceEndpoint('Queues', { service: ec2.InterfaceVpcEndpointAwsService.SQS });
      vpc.addGatewayEndpoint('Files', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    });
    expect(ask(app, () => openingsOf(at(app, 'Vpc'), app))).toEqual([]);
  });

  test.each<[string, (stack: Stack, vpc: ec2.Vpc) => void, string]>([
    [
      'an internet gateway',
      (stack, vpc) => {
        const gateway = new ec2.CfnInternetGateway(stack, 'Gateway');
        new ec2.CfnVPCGatewayAttachment(stack, 'Attachment', { vpcId: vpc.vpcId, internetGatewayId: gateway.ref });
      },
      'an internet gateway or a VPN gateway',
    ],
    [
      'an egress-only gateway',
      (stack, vpc) => new ec2.CfnEgressOnlyInternetGateway(stack, 'Egress', { vpcId: vpc.vpcId }),
      'an egress-only internet gateway',
    ],
    [
      'a NAT gateway',
      (stack, vpc) => new ec2.CfnNatGateway(stack, 'Nat', { subnetId: vpc.isolatedSubnets[1].subnetId }),
      'a NAT gateway',
    ],
    [
      'a peering',
      (stack, vpc) => new ec2.CfnVPCPeeringConnection(stack, 'Peering', { vpcId: vpc.vpcId, peerVpcId: 'vpc-1' }),
      'a peering with another VPC',
    ],
    [
      'a peering from the other side',
      (stack, vpc) => new ec2.CfnVPCPeeringConnection(stack, 'Peering', { vpcId: 'vpc-1', peerVpcId: vpc.vpcId }),
      'a peering with another VPC',
    ],
    [
      'a transit gateway',
      (stack, vpc) =>
        new ec2.CfnTransitGatewayAttachment(stack, 'Transit', {
          vpcId: vpc.vpcId,
          subnetIds: vpc.isolatedSubnets.map(({ subnetId }) => subnetId),
          transitGatewayId: 'tgw-1',
        }),
      'a transit gateway',
    ],
    [
      'a route of another stack',
      (stack, vpc) => {
        const other = new Stack(stack.node.root as never, 'Other');
        new ec2.CfnRoute(other, 'Route', {
          routeTableId: vpc.isolatedSubnets[0].routeTable.routeTableId,
          destinationCidrBlock: '198.51.100.0/24',
          transitGatewayId: 'tgw-1',
        });
      },
      'a route',
    ],
    [
      'a route in a table that no subnet has',
      (stack, vpc) => {
        const { ref } = new ec2.CfnRouteTable(stack, 'Table', { vpcId: vpc.vpcId });
        new ec2.CfnRoute(stack, 'Route', {
          routeTableId: ref,
          destinationCidrBlock: '0.0.0.0/0',
          natGatewayId: 'nat-1',
        });
      },
      'a route',
    ],
    [
      'a subnet that brings its own way',
      (stack, vpc) => {
        const subnet = new ec2.PublicSubnet(stack, 'Public', {
          vpcId: vpc.vpcId,
          availabilityZone: 'a',
          cidrBlock: '10.0.200.0/24',
        });
        subnet.addRoute('Out', { routerType: ec2.RouterType.GATEWAY, routerId: 'igw-1' });
      },
      'a route',
    ],
    [
      'an untyped resource',
      (stack, vpc) => new ec2.CfnCarrierGateway(stack, 'Carrier', { vpcId: vpc.vpcId }),
      'a carrier gateway',
    ],
    [
      'an endpoint of somebody else',
      (_, vpc) =>
        vpc.addInterfaceEndpoint('Theirs', {
          service: new ec2.InterfaceVpcEndpointService('com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0'),
        }),
      'an endpoint to what is not a service of AWS',
    ],
    [
      'a rule that forwards name queries',
      (stack, vpc) =>
        new resolver.CfnResolverRuleAssociation(stack, 'Forward', { vpcId: vpc.vpcId, resolverRuleId: 'rslvr-rr-1' }),
      'a rule that sends name queries elsewhere',
    ],
  ])('is opened by %s', (_, opens, what) => {
    const app = synthesized((stack) => opens(stack, network(stack)));
    const openings = ask(app, () => openingsOf(at(app, 'Vpc'), app));
    expect(openings).toMatchObject([{ what, holds: 'yes' }]);
  });
});
