import { isEgressGuarded } from './guarded-egress';
import { subnetsOfVpc } from './placements';
import { routesOf } from './route-tables';
import { nameOf } from './told';
import { waysOut } from './ways-out';
import { endpointServiceName } from '../facts/endpoint-services';
import type { Truth } from '../iam';
import type { Application, Resource, Value } from '../template';

/** Something by which a VPC is connected with what is outside of it, whether a route leads there yet or not. */
export interface Opening {
  readonly what: string;
  readonly at: Resource | Value;
  readonly holds: Truth;
  /** Hop by hop, where a route leads there. */
  readonly path?: readonly string[];
}

/** What connects the VPC that a property names with something else. */
const connections: readonly (readonly [type: string, property: string, what: string])[] = [
  ['AWS::EC2::VPCGatewayAttachment', 'VpcId', 'an internet gateway or a VPN gateway'],
  ['AWS::EC2::EgressOnlyInternetGateway', 'VpcId', 'an egress-only internet gateway'],
  ['AWS::EC2::NatGateway', 'VpcId', 'a NAT gateway'],
  ['AWS::EC2::CarrierGateway', 'VpcId', 'a carrier gateway'],
  ['AWS::EC2::VPCPeeringConnection', 'VpcId', 'a peering with another VPC'],
  ['AWS::EC2::VPCPeeringConnection', 'PeerVpcId', 'a peering with another VPC'],
  ['AWS::EC2::TransitGatewayAttachment', 'VpcId', 'a transit gateway'],
  ['AWS::EC2::TransitGatewayVpcAttachment', 'VpcId', 'a transit gateway'],
  ['AWS::EC2::LocalGatewayRouteTableVPCAssociation', 'VpcId', 'a local gateway'],
  ['AWS::EC2::ClientVpnEndpoint', 'VpcId', 'a VPN for clients'],
  ['AWS::NetworkManager::VpcAttachment', 'VpcArn', 'a core network'],
  ['AWS::VpcLattice::ServiceNetworkVpcAssociation', 'VpcIdentifier', 'a service network'],
  ['AWS::Route53Resolver::ResolverRuleAssociation', 'VPCId', 'a rule that sends name queries elsewhere'],
  ['AWS::EC2::VPCDHCPOptionsAssociation', 'VpcId', 'options that may name other resolvers'],
];

/**
 * Everything that opens a VPC: gateways, connections, routes out of any of its tables, endpoints of strangers.
 *
 * Not the parts of a way out that leads through a firewall which knows the hosts, as long as there is no other.
 */
export function openingsOf(vpc: Resource, app: Application): readonly Opening[] {
  const isGuarded = isEgressGuarded(vpc, app);
  return [
    ...connections.flatMap(([type, property, what]) =>
      app
        .attachedTo(vpc, type, property)
        .filter((one) => !isHarmless(one) && !(isGuarded && isOfGuardedWay(one)))
        .map((one): Opening => ({ what, at: one, holds: 'yes' })),
    ),
    ...(isGuarded ? [] : subnetsOfVpc(vpc, app).flatMap((subnet) => openingsOfSubnet(subnet, app))),
    ...unusedRoutes(vpc, app),
    ...app.attachedTo(vpc, 'AWS::EC2::VPCEndpoint', 'VpcId').flatMap(openingOfEndpoint),
  ];
}

/** An internet gateway, which only NAT gateways behind the firewall have a route to. */
function isOfGuardedWay(connection: Resource): boolean {
  return (
    connection.is('AWS::EC2::VPCGatewayAttachment') &&
    connection.read('InternetGatewayId').target?.is('AWS::EC2::InternetGateway') === true &&
    connection.read('VpnGatewayId').isAbsent
  );
}

/** Options that name the resolver of the VPC, and rules that send queries back to it. */
function isHarmless(connection: Resource): boolean {
  if (connection.is('AWS::EC2::VPCDHCPOptionsAssociation')) {
    const servers = connection.read('DhcpOptionsId').target?.read('DomainNameServers');
    return servers !== undefined && servers.items.every((server) => server.is('AmazonProvidedDNS'));
  }
  if (!connection.is('AWS::Route53Resolver::ResolverRuleAssociation')) return false;
  return connection.read('ResolverRuleId').target?.read('RuleType').is('SYSTEM') ?? false;
}

function openingsOfSubnet(subnet: Resource, app: Application): readonly Opening[] {
  const gateways = app.attachedTo(subnet, 'AWS::EC2::NatGateway', 'SubnetId');
  const seen = new Set<unknown>();
  return [
    ...gateways.map((gateway): Opening => ({ what: 'a NAT gateway', at: gateway, holds: 'yes' })),
    ...waysOut(subnet, app)
      .filter(({ at }) => !seen.has(at.resource) && seen.add(at.resource))
      .map(({ at, leaves, path }): Opening => ({
        what: 'a route',
        at,
        holds: leaves,
        path: [nameOf(subnet), ...path],
      })),
  ];
}

/** Routes of tables that no subnet has, or not yet. */
function unusedRoutes(vpc: Resource, app: Application): readonly Opening[] {
  return app
    .attachedTo(vpc, 'AWS::EC2::RouteTable', 'VpcId')
    .filter((table) => app.attachedTo(table, 'AWS::EC2::SubnetRouteTableAssociation', 'RouteTableId').length === 0)
    .flatMap((table) => routesOf(table, app))
    .map(({ via }): Opening => ({ what: 'a route', at: via, holds: 'yes' }));
}

/** An endpoint to something that is not a service of AWS leads to whoever offers it. */
function openingOfEndpoint(endpoint: Resource): readonly Opening[] {
  const type = endpoint.read('VpcEndpointType');
  const service = endpoint.read('ServiceName');
  const what = 'an endpoint to what is not a service of AWS';
  if (type.is('Resource', 'ServiceNetwork', 'GatewayLoadBalancer')) return [{ what, at: type, holds: 'yes' }];
  if (service.isUnknown && !/amazonaws/.test(service.text ?? '')) return [{ what, at: service, holds: 'unknown' }];
  return endpointServiceName(service.text ?? '') === undefined ? [{ what, at: service, holds: 'yes' }] : [];
}
