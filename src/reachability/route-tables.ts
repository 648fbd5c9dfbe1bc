import type { WrittenRanges } from './written-ranges';
import { rangesAt, rangesOfPrefixList } from './written-ranges';
import type { Application, Resource, Value } from '../template';

/** A route of a table of the app. */
export interface Route {
  readonly resource: Resource;
  readonly to: WrittenRanges;
  /** What the route leads to: the property that is set. */
  readonly target: RouteTarget;
  readonly via: Value;
}

const targets = [
  'GatewayId',
  'NatGatewayId',
  'EgressOnlyInternetGatewayId',
  'TransitGatewayId',
  'VpcPeeringConnectionId',
  'VpcEndpointId',
  'NetworkInterfaceId',
  'InstanceId',
  'CarrierGatewayId',
  'LocalGatewayId',
  'CoreNetworkArn',
  'OdbNetworkArn',
] as const;

export type RouteTarget = (typeof targets)[number];

/** The route tables of a subnet. */
export interface TablesOfSubnet {
  readonly tables: readonly Resource[];
  /** Why they are not all of the app: what packets take then is not known. */
  readonly unseen?: Value;
}

/**
 * The tables that the app associates with a subnet, of which it has one at a time.
 *
 * Without one it has the main table of its VPC, to which no template adds a route: it knows the VPC only. That of a VPC
 * that is not part of the app may say anything.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
 */
export function tablesOf(subnet: Resource, app: Application): TablesOfSubnet {
  const associations = app.attachedTo(subnet, 'AWS::EC2::SubnetRouteTableAssociation', 'SubnetId');
  if (associations.length === 0) {
    const vpc = subnet.read('VpcId');
    return { tables: [], unseen: vpc.target?.is('AWS::EC2::VPC') ? undefined : vpc };
  }
  const ids = associations.map((association) => association.read('RouteTableId'));
  const tables = ids.flatMap(({ target }) => (target?.is('AWS::EC2::RouteTable') ? [target] : []));
  return { tables, unseen: ids.find(({ target }) => !target?.is('AWS::EC2::RouteTable')) };
}

/** The routes that the app writes into a table; a route within the VPC is in each of them as well. */
export function routesOf(table: Resource, app: Application): readonly Route[] {
  return app.attachedTo(table, 'AWS::EC2::Route', 'RouteTableId').flatMap(routeOf);
}

/** A route that is there; none where it stays in the VPC. */
export function routeOf(resource: Resource): readonly Route[] {
  const target = targets.find((property) => !resource.read(property).isAbsent);
  if (!target || resource.read(target).is('local')) return [];
  const named = [
    rangesAt(resource.read('DestinationCidrBlock')),
    rangesAt(resource.read('DestinationIpv6CidrBlock')),
    rangesOfPrefixList(resource.read('DestinationPrefixListId')),
  ];
  const to = { ranges: named.flatMap(({ ranges }) => ranges), isSure: named.every(({ isSure }) => isSure) };
  return [{ resource, to, target, via: resource.read(target) }];
}
