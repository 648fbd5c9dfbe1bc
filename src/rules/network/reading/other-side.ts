import { portsOf, rangesOf } from './traffic';
import type { TrafficRule } from './traffic';
import { allPorts, rulesOf } from '../../../reachability';
import type { Direction } from '../../../reachability';
import type { Application, Resource, Value } from '../../../template';

const peers = {
  in: ['SourceSecurityGroupId', 'SourcePrefixListId'],
  out: ['DestinationSecurityGroupId', 'DestinationPrefixListId'],
} as const;

const otherWay = { in: 'out', out: 'in' } as const;

/** The range of a rule that lets nothing through, as the CDK writes it into groups that may not send. */
const nowhere = '255.255.255.255/32';

/** The group that a rule names as the other side. */
export function peerOf(rule: TrafficRule, direction: Direction): Value {
  return rule.read(peers[direction][0]);
}

/** Whether the group on the other side may let through what a rule of a group does: by naming that group, or addresses. */
export function isMet(
  rule: TrafficRule,
  direction: Direction,
  mine: Resource,
  theirs: Resource,
  app: Application,
): boolean {
  const back = otherWay[direction];
  const rules = rulesOf(theirs, back, app);
  // Where nothing is said about what goes out, everything may.
  if (back === 'out' && rules.length === 0) return true;
  return rules.some((other) => isUnknown(other) || (meetPorts(rule, other) && mayMean(other, back, mine)));
}

function isUnknown(rule: TrafficRule): boolean {
  return 'isUnknown' in rule && rule.isUnknown;
}

function mayMean(rule: TrafficRule, direction: Direction, group: Resource): boolean {
  const [peer, list] = peers[direction].map((property) => rule.read(property));
  if (!peer.isAbsent) return peer.isUnknown || peer.target === group;
  return !list.isAbsent || rangesOf(rule).some(({ text }) => text !== nowhere);
}

function meetPorts(a: TrafficRule, b: TrafficRule): boolean {
  const [one, other] = [portsOf(a) ?? allPorts, portsOf(b) ?? allPorts];
  return one.from <= other.to && other.from <= one.to;
}
