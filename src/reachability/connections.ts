import { letThroughAcl } from './network-acl';
import { vpcOf } from './placements';
import type { Placement } from './placements';
import { best, reached, together, unclear, unreached } from './reach';
import type { Reach } from './reach';
import { isLetThroughToPortOf, letThroughGroups, letThroughToMembers } from './security-groups';
import type { Direction } from './security-groups';
import { portOf } from './store-ports';
import { nameOf } from './told';
import { allOf, allPorts, ephemeralPorts, trafficTo } from './traffic';
import type { Ports, Traffic } from './traffic';
import { rangesOfSubnet } from './written-ranges';
import type { Truth } from '../iam';
import { some } from '../iam/truth';
import type { Application, Resource, Value } from '../template';

/**
 * Whether a TCP connection gets from one thing in a VPC to another: out of the groups of the one, into those of the
 * other, and there and back through the network ACLs. Ask inside of a world.
 *
 * It holds if it does from each subnet of the one to each of the other.
 *
 * @param port of the other, or `own` for the one that it answers on, whichever that is
 */
export function mayConnect(from: Placement, to: Placement, port: number | 'own', app: Application): Reach {
  const asked = askedOf(to.resource, port);
  const groups = throughGroups(from, to, asked, app);
  if (groups.holds === 'no') return groups;
  const pairs = from.subnets.flatMap((here) =>
    to.subnets.map((there) => betweenSubnets(here, there, asked.ports, app)),
  );
  if (pairs.length === 0) return unclear(`the subnets of ${nameOf(to.resource)} are not known`, to.resource);
  const broken = pairs.find(({ holds }) => holds === 'no');
  const network =
    broken && pairs.some(({ holds }) => holds !== 'no') ? { ...broken, holds: 'unknown' as const } : broken;
  const path = [nameOf(from.resource), asked.name, nameOf(to.resource)];
  return together(
    [
      groups,
      network ??
        best(
          pairs.filter(({ holds }) => holds === 'unknown'),
          reached(path),
        ),
    ],
    path,
  );
}

/** A port, or all of which it may be one. */
interface Asked {
  readonly name: string;
  readonly ports: Ports;
  /** The store of which it is the port, where nobody knows the number. */
  readonly store?: Resource;
}

function askedOf(store: Resource, port: number | 'own'): Asked {
  const number = port === 'own' ? portOf(store) : port;
  if (number === undefined) return { name: 'its port', ports: allPorts, store };
  return { name: `port ${number}`, ports: { from: number, to: number } };
}

function throughGroups(from: Placement, to: Placement, asked: Asked, app: Application): Reach {
  const out = passes(from, to, 'out', asked, app);
  if (out !== 'yes') return refused(out, from, 'lets out', to, asked);
  const into = passes(to, from, 'in', asked, app);
  if (into !== 'yes') return refused(into, to, 'lets in', from, asked);
  return reached([]);
}

/** Whether the groups of one side let the other side through, by its groups or by its addresses. */
function passes(mine: Placement, theirs: Placement, direction: Direction, asked: Asked, app: Application): Truth {
  const { ports, store } = asked;
  if (store && isLetThroughToPortOf(store, mine.groups, theirs.groups, direction, app)) return 'yes';
  const ranges = theirs.subnets.map(({ target }) => rangesOf(target));
  const members = letThroughToMembers(mine.groups, theirs.groups, direction, app);
  const someAddress = trafficTo([ownAddress], ports, ['tcp']);
  const byAddresses = letThroughGroups(mine.groups, direction, app);
  return some([
    allOf(someAddress, members),
    ...(ranges.length === 0 ? ['unknown' as const] : []),
    allOfRanges(ranges, ports, (traffic) => allOf(traffic, byAddresses)),
  ]);
}

const ownAddress = { family: 4, first: 1n, last: 1n } as const;

function refused(holds: Truth, side: Placement, does: string, other: Placement, { name: port }: Asked): Reach {
  const [group] = side.groups;
  const said = group?.target ? nameOf(group.target) : (group?.text ?? 'its security group');
  const because = `${holds === 'no' ? 'no rule' : 'nobody can tell whether a rule'} of ${said} ${does} ${nameOf(other.resource)} on ${port}`;
  return { holds, path: [because], at: group ?? side.resource };
}

interface Ranges {
  readonly ranges: readonly Traffic['range'][];
  readonly isSure: boolean;
}

function rangesOf(subnet: Resource | undefined): Ranges {
  if (!subnet?.is('AWS::EC2::Subnet')) return { ranges: [], isSure: false };
  const { ranges, isSure } = rangesOfSubnet(subnet);
  // Where a subnet has both, connections are made over IPv4 where one can be.
  const ipv4 = ranges.filter(({ family }) => family === 4);
  return { ranges: ipv4.length > 0 ? ipv4 : ranges, isSure };
}

function allOfRanges(many: readonly Ranges[], ports: Ports, judge: (traffic: readonly Traffic[]) => Truth): Truth {
  const ranges = many.flatMap((one) => one.ranges);
  const truth = ranges.length === 0 ? 'unknown' : judge(trafficTo(ranges, ports, ['tcp']));
  const isSure = many.every((one) => one.isSure);
  // Every address there is stands for addresses that nobody knows, too.
  if (isSure) return truth;
  const toAll = judge(trafficTo(everyIpv4, ports, ['tcp']));
  return toAll === 'unknown' && truth === 'no' ? 'unknown' : toAll;
}

const everyIpv4 = [{ family: 4, first: 0n, last: 2n ** 32n - 1n }] as const;

/** There and back; what stays in a subnet meets no ACL. */
function betweenSubnets(from: Value, to: Value, ports: Ports, app: Application): Reach {
  const [here, there] = [from.target, to.target];
  if (!here || !there) return acrossSubnets(from, to, ports, app);
  // Many functions share a few subnets.
  const known = kept.get(here) ?? new Map<string, Reach>();
  kept.set(here, known);
  const key = `${app.templates.indexOf(there.template)} ${there.logicalId} ${ports.from} ${ports.to}`;
  const { resolution } = app;
  const choicesBefore = resolution.choices;
  const reach = known.get(key) ?? acrossSubnets(from, to, ports, app);
  // What met a condition may be different in another world.
  if (resolution.choices === choicesBefore) known.set(key, reach);
  return reach;
}

const kept = new WeakMap<Resource, Map<string, Reach>>();

function acrossSubnets(from: Value, to: Value, ports: Ports, app: Application): Reach {
  const [here, there] = [from.target, to.target];
  if (!here?.is('AWS::EC2::Subnet') || !there?.is('AWS::EC2::Subnet')) {
    return unclear('a subnet is not part of the application', here ? to : from);
  }
  if (here === there) return reached([]);
  const [vpcHere, vpcThere] = [vpcOf(here), vpcOf(there)];
  if (vpcHere === undefined || vpcHere !== vpcThere) {
    return unclear('they are in different VPCs, or in ones that are not known', to);
  }
  return together(
    [
      throughAcl(here, there, 'out', ports, app),
      throughAcl(there, here, 'in', ports, app),
      throughAcl(there, here, 'out', ephemeralPorts, app),
      throughAcl(here, there, 'in', ephemeralPorts, app),
    ],
    [],
  );
}

function throughAcl(subnet: Resource, other: Resource, direction: Direction, ports: Ports, app: Application): Reach {
  const acl = letThroughAcl(subnet, direction, app);
  const holds = allOfRanges([rangesOf(other)], ports, (traffic) => allOf(traffic, acl));
  if (holds === 'yes') return reached([]);
  const what = `the network ACL of ${nameOf(subnet)} ${holds === 'no' ? 'lets no' : 'may let no'} packets ${direction === 'out' ? 'out to' : 'in from'} ${nameOf(other)} on ports ${ports.from}-${ports.to}`;
  return holds === 'no' ? unreached(what, subnet) : unclear(what, subnet);
}
