import type { Direction } from './security-groups';
import {
  allPorts,
  allProtocols,
  anything,
  either,
  everything,
  exactly,
  isExact,
  meet,
  subtract,
  trafficTo,
} from './traffic';
import type { Bounds, Ports, Protocol, Traffic } from './traffic';
import { rangesAt } from './written-ranges';
import type { Application, Resource } from '../template';
import { onceForResource } from '../template/once';

/**
 * What the network ACL of a subnet lets through to addresses, or from them. It has no state: answers are asked for too.
 *
 * A subnet for which the app names none has the one of its VPC, which lets everything through.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html
 */
export function letThroughAcl(subnet: Resource, direction: Direction, app: Application): Bounds {
  return onceForResource(subnet, direction === 'out' ? letOut : letIn, app);
}

function letOut(subnet: Resource, app: Application): Bounds {
  return letThrough(subnet, true, app);
}

function letIn(subnet: Resource, app: Application): Bounds {
  return letThrough(subnet, false, app);
}

function letThrough(subnet: Resource, isEgress: boolean, app: Application): Bounds {
  const associations = app.attachedTo(subnet, 'AWS::EC2::SubnetNetworkAclAssociation', 'SubnetId');
  if (associations.length === 0) return exactly(everything);
  return either(
    associations.map((association) => {
      const { target } = association.read('NetworkAclId');
      if (!target?.is('AWS::EC2::NetworkAcl')) return anything;
      const entries = app.attachedTo(target, 'AWS::EC2::NetworkAclEntry', 'NetworkAclId');
      return letThroughEntries(entries.filter((entry) => entry.read('Egress').isTrue === isEgress));
    }),
  );
}

/** The first entry that fits decides; what none fits is denied. */
function letThroughEntries(entries: readonly Resource[]): Bounds {
  let [certain, possible]: [readonly Traffic[], readonly Traffic[]] = [[], []];
  let open = exactly(everything);
  let isSure = true;
  const numberOf = (entry: Resource) => entry.read('RuleNumber').number;
  const placed = entries.filter((entry) => numberOf(entry) !== undefined);
  for (const entry of [...placed].sort((a, b) => numberOf(a)! - numberOf(b)!)) {
    const action = entry.read('RuleAction');
    const sent = packetsOf(entry);
    isSure &&= isExact(sent) && !action.isUnknown;
    if (action.is('allow')) certain = [...certain, ...meet(open.certain, sent.certain)];
    if (isSure) {
      possible = certain;
      open = exactly(subtract(open.certain, sent.certain));
      continue;
    }
    if (!action.is('deny')) possible = [...possible, ...meet(open.possible, sent.possible)];
    open = {
      certain: subtract(open.certain, sent.possible),
      possible: action.isUnknown ? open.possible : subtract(open.possible, sent.certain),
    };
  }
  // Where a number is not known, the entry may come before all others, or after them.
  for (const entry of entries.filter((one) => numberOf(one) === undefined)) {
    const sent = packetsOf(entry);
    if (!entry.read('RuleAction').is('allow')) certain = subtract(certain, sent.possible);
    if (!entry.read('RuleAction').is('deny')) possible = [...possible, ...sent.possible];
  }
  return { certain, possible };
}

function packetsOf(entry: Resource): Bounds {
  const protocols = protocolsOf(entry);
  const ports = ignoresPorts(entry) || !protocols ? allPorts : portsOf(entry);
  const isSure = protocols !== undefined && (ports !== undefined || protocols.every((one) => one === 'other'));
  return either(
    ['CidrBlock', 'Ipv6CidrBlock'].map((property) => {
      const named = rangesAt(entry.read(property));
      const sent = trafficTo(named.ranges, ports ?? allPorts, protocols ?? allProtocols);
      return isSure && named.isSure ? exactly(sent) : { certain: [], possible: sent };
    }),
  );
}

function protocolsOf(entry: Resource): readonly Protocol[] | undefined {
  const protocol = entry.read('Protocol');
  if (protocol.isUnknown) return undefined;
  if (protocol.is(-1, 'all')) return allProtocols;
  if (protocol.is(6, 'tcp')) return ['tcp'];
  return protocol.is(17, 'udp') ? ['udp'] : ['other'];
}

/**
 * Whether an entry is about every port of its protocol, whatever ports it writes.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html
 */
export function ignoresPorts(entry: Resource): boolean {
  const protocol = entry.read('Protocol');
  if (protocol.scalar === undefined || protocol.is(6, 17, 1, 'tcp', 'udp', 'icmp')) return false;
  return !protocol.is(58, 'icmpv6') || entry.read('Ipv6CidrBlock').isAbsent;
}

/** The ports of an entry; `undefined` where they are not known, or where its protocol has none. */
export function portsOf(entry: Resource): Ports | undefined {
  const protocol = entry.read('Protocol');
  if (protocol.is(1, 58, 'icmp', 'icmpv6')) return undefined;
  if (!protocol.is(6, 17, 'tcp', 'udp')) return protocol.isUnknown ? undefined : allPorts;
  const [from, to] = [entry.read('PortRange.From'), entry.read('PortRange.To')];
  if ([from, to].some((port) => !port.isAbsent && port.number === undefined)) return undefined;
  return from.is(-1) ? allPorts : { from: from.number ?? 0, to: to.number ?? allPorts.to };
}
