import { internet, rangeWithout } from './address-range';
import { behindEndpoint } from './middleboxes';
import type { Inspection } from './middleboxes';
import { letThroughAcl } from './network-acl';
import { subnetsOfVpc } from './placements';
import { routeOf, routesOf, tablesOf } from './route-tables';
import type { RouteTarget } from './route-tables';
import { allPorts, someOf, trafficTo } from './traffic';
import { waysOut } from './ways-out';
import { rangesOfSubnet } from './written-ranges';
import type { Application, Resource, Value } from '../template';
import { onceForResource } from '../template/once';

/**
 * Whether whatever leaves a VPC passes a network firewall first, one that lets TLS to named hosts through and nothing else.
 *
 * There are three kinds of subnets with a way out. Those in which something runs lead to a firewall; those of the firewall
 * lead to NAT gateways; those of the NAT gateways lead to an internet gateway, and back to the first over the firewall; and
 * nothing else is in the latter two. One route that is different, one thing more in such a subnet or one property that cannot be read, and it is not so.
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
  if (!behind?.firewall) return false;
  const policy = behind.firewall.read('FirewallPolicyArn').target;
  return (
    policy?.is('AWS::NetworkFirewall::FirewallPolicy') === true &&
    letsOnlyNamedHostsThrough(policy) &&
    behind.subnets.every(({ target }) => target !== undefined && isIn(target, vpc)) &&
    behind.subnets.every(({ target }) => holdsOnly(target!, ['AWS::NetworkFirewall::Firewall'], app)) &&
    behind.subnets.every(({ target }) => letsOnlyTcpOut(target!, app))
  );
}

const withoutConnection = trafficTo(internet, allPorts, ['udp', 'other']);

/** The firewall drops what belongs to a connection: where there is none to wait for, packets would be through before. */
function letsOnlyTcpOut(subnet: Resource, app: Application): boolean {
  return someOf(withoutConnection, letThroughAcl(subnet, 'out', app)) === 'no';
}

/** What drops everything that no rule passes; the others let a packet with data through, or only tell of it. */
const drops = [
  'aws:drop_strict',
  'aws:drop_established',
  'aws:drop_established_app_layer',
  'aws:drop_established_app_layer_to_server',
];

/** @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html */
function letsOnlyNamedHostsThrough(policy: Resource): boolean {
  const read = (path: string) => policy.read(`FirewallPolicy.${path}`);
  const allForwarded = (path: string) => {
    const { items } = read(path);
    return items.length === 1 && items[0].is('aws:forward_to_sfe');
  };
  const groups = read('StatefulRuleGroupReferences').items;
  const streams = read('StatefulEngineOptions.StreamExceptionPolicy');
  return (
    allForwarded('StatelessDefaultActions') &&
    allForwarded('StatelessFragmentDefaultActions') &&
    read('StatelessRuleGroupReferences').isAbsent &&
    read('StatefulEngineOptions.RuleOrder').is('STRICT_ORDER') &&
    (streams.isAbsent || streams.is('DROP', 'REJECT')) &&
    read('StatefulDefaultActions').items.some((action) => action.is(...drops)) &&
    groups.length > 0 &&
    groups.every((group) => namesHosts(group.read('ResourceArn').target) && group.read('Override').isAbsent)
  );
}

/** A list of domains, by what a client says in TLS that it calls, each of them somebody's own. */
function namesHosts(group: Resource | undefined): boolean {
  if (!group?.is('AWS::NetworkFirewall::RuleGroup')) return false;
  const read = (path: string) => group.read(`RuleGroup.RulesSource.RulesSourceList.${path}`);
  const kinds = read('TargetTypes').items;
  const domains = read('Targets').items;
  return (
    read('GeneratedRulesType').is('ALLOWLIST') &&
    kinds.length === 1 &&
    kinds[0].is('TLS_SNI') &&
    domains.length > 0 &&
    domains.every(({ text }) => /^\.?[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text ?? ''))
  );
}
