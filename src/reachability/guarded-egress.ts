import { internet, rangeWithout } from './address-range';
import { passedBy } from './firewall/passed-traffic';
import { behindEndpoint } from './middleboxes';
import type { Inspection } from './middleboxes';
import { letThroughAcl } from './network-acl';
import { subnetsOfVpc } from './placements';
import { routeOf, routesOf, tablesOf } from './route-tables';
import type { RouteTarget } from './route-tables';
import { both, someOf, trafficTo } from './traffic';
import type { Bounds } from './traffic';
import { waysOut } from './ways-out';
import { rangesOfSubnet } from './written-ranges';
import type { Application, Resource, Value } from '../template';
import { onceForResource } from '../template/once';

/**
 * Whether whatever leaves a VPC passes a network firewall first, one that lets TLS to named hosts through and nothing else.
 *
 * There are three kinds of subnets with a way out. Those in which something runs lead to a firewall; those of the firewall
 * lead to NAT gateways; those of the NAT gateways lead to an internet gateway, and back to the first over the firewall; and
 * nothing else is in the latter two. One route that is different, one thing more in such a subnet or one property that cannot
 * be read, and it is not so.
 */
export function isEgressGuarded(vpc: Resource, app: Application): boolean {
  return onceForResource(vpc, isGuarded, app);
}

function isGuarded(vpc: Resource, app: Application): boolean {
  const subnets = subnetsOfVpc(vpc, app);
  const open = subnets.filter((subnet) => waysOut(subnet, app).length > 0);
  return open.length > 0 && open.every((subnet) => leadsThroughFirewall(subnet, vpc, app));
}

function leadsThroughFirewall(subnet: Resource, vpc: Resource, app: Application): boolean {
  const hops = waysOut(subnet, app).map(({ at }) => hopOf(at));
  const leadsTo = (...targets: readonly RouteTarget[]) => hops.every((hop) => hop && targets.includes(hop.target));
  if (leadsTo('NatGatewayId')) {
    const gateways = hops.map((hop) => hop!.via.target?.read('SubnetId').target);
    return (
      holdsOnly(subnet, ['AWS::NetworkFirewall::Firewall'], app) &&
      gateways.every((place) => place && isIn(place, vpc) && holdsOnly(place, ['AWS::EC2::NatGateway'], app))
    );
  }
  if (leadsTo('GatewayId')) return holdsOnly(subnet, ['AWS::EC2::NatGateway'], app);
  return hops.every(
    (hop) =>
      hop?.target === 'VpcEndpointId' &&
      isGuardedFirewall(hop.via, vpc, app) &&
      answersPassFirewall(subnet, behindEndpoint(hop.via)!, app),
  );
}

/**
 * A firewall that sees one direction only cannot tell what it lets through: from the NAT gateways, too, the way to the subnet
 * has to lead over it, which a route does that is more specific than the one within the VPC.
 *
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/arch-igw-ngw.html
 */
function answersPassFirewall(subnet: Resource, { firewall, subnets }: Inspection, app: Application): boolean {
  const { ranges } = rangesOfSubnet(subnet);
  const outside = subnets
    .flatMap(({ target }) => (target ? waysOut(target, app) : []))
    .flatMap(({ at }) => hopOf(at)?.via.target?.read('SubnetId').target ?? []);
  return outside.every((place) => {
    const back = tablesOf(place, app)
      .tables.flatMap((table) => routesOf(table, app))
      .filter(({ target, via }) => target === 'VpcEndpointId' && behindEndpoint(via)?.firewall === firewall)
      .flatMap(({ to }) => (to.isSure ? to.ranges : []));
    return ranges
      .filter(({ family }) => family === 4)
      .every((range) => back.some((one) => rangeWithout(range, one).length === 0));
  });
}

function hopOf({ resource }: Value): { readonly target: RouteTarget; readonly via: Value } | undefined {
  return resource.is('AWS::EC2::Route') ? routeOf(resource)[0] : undefined;
}

function isIn(subnet: Resource, vpc: Resource): boolean {
  return subnet.read('VpcId').target === vpc;
}

const harmless = ['AWS::EC2::SubnetRouteTableAssociation', 'AWS::EC2::SubnetNetworkAclAssociation'];

/** Whether nothing of the app is in a subnet but what may be, and something is. */
function holdsOnly(subnet: Resource, types: readonly string[], app: Application): boolean {
  const { incoming } = app.references(subnet);
  const isRouted = (one: Resource) => one.is('AWS::EC2::Route') && !one.read('DestinationCidrBlock').isAbsent;
  const inside = incoming.filter((one) => !harmless.includes(one.type) && !isRouted(one));
  return inside.length > 0 && inside.every(({ type }) => types.includes(type));
}

function isGuardedFirewall(via: Value, vpc: Resource, app: Application): boolean {
  const behind = behindEndpoint(via);
  if (!behind?.policy) return false;
  const { anybody, hosts } = passedBy(behind.policy);
  return (
    hosts.length > 0 &&
    hosts.every(({ by }) => by === 'TLS') &&
    behind.subnets.every(({ target }) => target !== undefined && isIn(target, vpc)) &&
    behind.subnets.every(({ target }) => holdsOnly(target!, ['AWS::NetworkFirewall::Firewall'], app)) &&
    behind.subnets.every(({ target }) => stops(target!, anybody, app))
  );
}

const everything = trafficTo(internet);

/** What a firewall lets through to anybody, UDP mostly, the network ACL of its subnet has to stop. */
function stops(subnet: Resource, anybody: Bounds, app: Application): boolean {
  return someOf(everything, both(anybody, letThroughAcl(subnet, 'out', app))) === 'no';
}
