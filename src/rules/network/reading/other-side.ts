import { portsOf, rangesOf } from './traffic';
import type { TrafficRule } from './traffic';
import { allPorts, rulesOf } from '../../../reachability';
import type { Direction } from '../../../reachability';
import type { Application, Resource, Value } from '../../../template';
import { onceForResource } from '../../../template/once';

const peers = {
  in: ['SourceSecurityGroupId', 'SourcePrefixListId'],
  out: ['DestinationSecurityGroupId', 'DestinationPrefixListId'],
} as const;

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
  const { byPeer, others, isEmpty } = onceForResource(theirs, direction === 'in' ? rulesOut : rulesIn, app);
  // Where nothing is said about what goes out, everything may.
  if (direction === 'in' && isEmpty) return true;
  const named = byPeer.get(mine) ?? [];
  return [...named, ...others].some((other) => isUnknown(other) || meetPorts(rule, other));
}

/** The rules of a group for one direction: a group that many use has one for each of them. */
interface RulesByPeer {
  readonly byPeer: ReadonlyMap<Resource, readonly TrafficRule[]>;
  /** About addresses, or a group that nobody knows. */
  readonly others: readonly TrafficRule[];
  readonly isEmpty: boolean;
}

function rulesOut(group: Resource, app: Application): RulesByPeer {
  return indexed(group, 'out', app);
}

function rulesIn(group: Resource, app: Application): RulesByPeer {
  return indexed(group, 'in', app);
}

function indexed(group: Resource, direction: Direction, app: Application): RulesByPeer {
  const byPeer = new Map<Resource, TrafficRule[]>();
  const others: TrafficRule[] = [];
  const rules = rulesOf(group, direction, app);
  for (const rule of rules) {
    const { target } = peerOf(rule, direction);
    const ofPeer = target && byPeer.get(target);
    if (ofPeer) ofPeer.push(rule);
    else if (target) byPeer.set(target, [rule]);
    else if (isUnknown(rule) || mayMeanOthers(rule, direction)) others.push(rule);
  }
  return { byPeer, others, isEmpty: rules.length === 0 };
}

function isUnknown(rule: TrafficRule): boolean {
  return 'isUnknown' in rule && rule.isUnknown;
}

function mayMeanOthers(rule: TrafficRule, direction: Direction): boolean {
  const [peer, list] = peers[direction].map((property) => rule.read(property));
  if (!peer.isAbsent) return peer.isUnknown;
  return !list.isAbsent || rangesOf(rule).some(({ text }) => text !== nowhere);
}

function meetPorts(a: TrafficRule, b: TrafficRule): boolean {
  const [one, other] = [portsOf(a) ?? allPorts, portsOf(b) ?? allPorts];
  return one.from <= other.to && other.from <= one.to;
}
