import { internet } from './address-range';
import { getsThrough, letToAnybody, namedHosts } from './firewall/limits';
import { letThroughAcl } from './network-acl';
import { placementOf } from './placements';
import { best, unclear, unreached } from './reach';
import type { Reach } from './reach';
import { letThroughGroups } from './security-groups';
import { nameOf } from './told';
import { both, exactly, isExact, someOf, trafficTo } from './traffic';
import type { Bounds } from './traffic';
import { waysOut } from './ways-out';
import type { WayOut } from './ways-out';
import type { Truth } from '../iam';
import { all, some } from '../iam/truth';
import type { Application, Resource } from '../template';
import { onceForResource } from '../template/once';

const toInternet = trafficTo(internet);
const anywhere = exactly(toInternet);

/**
 * Whether a packet from the code of a function, or from anything else in a VPC, may get to the internet: its groups,
 * the network ACL and a route have to let it. Ask inside of a world.
 *
 * Answers are not asked for: what leaves has left.
 */
export function mayReachInternet(resource: Resource, app: Application): Reach {
  return onceForResource(resource, reachFrom, app);
}

function reachFrom(resource: Resource, app: Application): Reach {
  const placement = placementOf(resource);
  if (!placement) {
    return { holds: 'yes', path: [nameOf(resource), 'the network of Lambda, outside of a VPC', 'the internet'] };
  }
  const groups = letThroughGroups(placement.groups, 'out', app);
  const reaches = placement.subnets.map((subnet) => {
    const { target, text = 'its subnet' } = subnet;
    if (target?.is('AWS::EC2::Subnet')) return fromSubnet(target, groups, placement.hasPublicAddress, app);
    return someOf(toInternet, groups) === 'no'
      ? unreached('its security groups let nothing out to the internet', placement.groups[0])
      : unclear(`${text} is not part of the application`, subnet);
  });
  const reach = best(reaches, unreached('it names no subnet'));
  return reach.holds === 'no' ? reach : { ...reach, path: [nameOf(resource), ...reach.path] };
}

/** Whether a packet from something in a subnet may get to the internet, whatever its security groups are. */
export function mayLeaveToInternet(subnet: Resource, app: Application): Reach {
  return onceForResource(subnet, leavesFrom, app);
}

function leavesFrom(subnet: Resource, app: Application): Reach {
  return fromSubnet(subnet, anywhere, true, app);
}

/**
 * The only hosts of the internet that something in a VPC gets to, where every way out leads through firewalls that ask for
 * a name: none where there is no way. `undefined` where it gets to others too, or nobody can tell. Ask inside of a world.
 *
 * The name is what the client says: a firewall that does not decrypt takes its word.
 */
export function onlyHosts(resource: Resource, app: Application): readonly string[] | undefined {
  const placement = placementOf(resource);
  if (!placement) return undefined;
  const groups = letThroughGroups(placement.groups, 'out', app);
  const hosts = new Set<string>();
  for (const { target } of placement.subnets) {
    if (!target?.is('AWS::EC2::Subnet')) return undefined;
    const through = both(both(groups, letThroughAcl(target, 'out', app)), anywhere);
    for (const way of waysOut(target, app).filter(({ reachesInternet }) => reachesInternet !== 'no')) {
      if (takes(way, through, placement.hasPublicAddress) === 'no') continue;
      const named = namedHosts(way.firewalls);
      const toAnybody = both(through, letToAnybody(way.firewalls));
      if (!named || someOf(trafficTo(way.ranges), toAnybody) !== 'no') return undefined;
      for (const { name } of named) hosts.add(name);
    }
  }
  return [...hosts].sort();
}

function fromSubnet(subnet: Resource, groups: Bounds, hasPublicAddress: boolean, app: Application): Reach {
  const ways = waysOut(subnet, app).filter(({ reachesInternet }) => reachesInternet !== 'no');
  if (ways.length === 0) return unreached(`no route of ${nameOf(subnet)} leads to the internet`, subnet);
  const through = both(both(groups, letThroughAcl(subnet, 'out', app)), anywhere);
  const reaches = ways.map((way): Reach => {
    const holds = all([way.reachesInternet, takes(way, through, hasPublicAddress)]);
    if (holds === 'no') return unreached('its groups, its network ACL or its address do not fit the route', way.at);
    return { holds, path: [nameOf(subnet), ...way.path], at: way.at };
  });
  return best(reaches, unreached(`nothing in ${nameOf(subnet)} reaches the internet`, subnet));
}

function takes(way: WayOut, through: Bounds, hasPublicAddress: boolean): Truth {
  const ranges = way.ranges.filter(({ family }) => hasPublicAddress || !way.needsPublicAddress || family === 6);
  const sent = both(through, exactly(trafficTo(ranges)));
  return some([
    getsThrough(way.firewalls, sent.certain),
    isExact(sent) ? 'no' : all(['unknown', getsThrough(way.firewalls, sent.possible)]),
  ]);
}
