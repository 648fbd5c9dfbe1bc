import { isWorld } from './traffic';
import { meetRanges } from '../../../reachability/address-range';
import { portsOf } from '../../../reachability/network-acl';
import { rangesAt } from '../../../reachability/written-ranges';
import type { Application, Resource, Value } from '../../../template';

const type = 'AWS::EC2::NetworkAclEntry';

export { ignoresPorts, portsOf } from '../../../reachability/network-acl';
export { allPorts } from '../../../reachability/traffic';

/** The ranges of addresses of an entry. */
export function rangesOf(entry: Resource): readonly Value[] {
  return ['CidrBlock', 'Ipv6CidrBlock'].map((property) => entry.read(property)).filter((range) => !range.isAbsent);
}

/** The other entries of the same list for the same direction. */
function entriesBeside(entry: Resource, app: Application): readonly Resource[] {
  const list = entry.read('NetworkAclId');
  const all = list.target ? app.attachedTo(list.target, type, 'NetworkAclId') : app.ofType(type);
  return all
    .filter((other) => other !== entry && other.read('NetworkAclId').text === list.text)
    .filter((other) => other.read('Egress').isTrue === entry.read('Egress').isTrue);
}

/** The entries of the same list for the other direction. */
export function entriesBack(entry: Resource, app: Application): readonly Resource[] {
  const { target } = entry.read('NetworkAclId');
  return (target ? app.attachedTo(target, type, 'NetworkAclId') : []).filter(
    (other) => other.read('Egress').isTrue !== entry.read('Egress').isTrue,
  );
}

/** Whether an entry may let through what goes to, or comes from, the addresses of another one, by its protocol. */
export function mayCarry(entry: Resource, other: Resource): boolean {
  const isSameProtocol = [entry, other].some((one) => one.read('Protocol').is(-1, 'all'));
  if (!isSameProtocol && entry.read('Protocol').text !== other.read('Protocol').text) return false;
  if (entry.read('RuleAction').is('deny')) return false;
  const [mine, theirs] = [entry, other].map((one) => rangesOf(one).flatMap((range) => rangesAt(range).ranges));
  return mine.some((range) => theirs.some((their) => meetRanges(range, their)));
}

/** The entries of the same list that are asked before this one. */
export function entriesBefore(entry: Resource, app: Application): readonly Resource[] {
  const { number = 0 } = entry.read('RuleNumber');
  return entriesBeside(entry, app).filter((other) => (other.read('RuleNumber').number ?? Infinity) < number);
}

/** Whether another entry has the same number, of which one list can have one for each direction. */
export function hasTwin(entry: Resource, app: Application): boolean {
  const { number } = entry.read('RuleNumber');
  return number !== undefined && entriesBeside(entry, app).some((other) => other.read('RuleNumber').number === number);
}

/** Whether an earlier entry says the same about some of the ports. */
export function overlaps(earlier: Resource, range: Value, later: Resource): boolean {
  const [taken, ports] = [portsOf(earlier), portsOf(later)];
  if (!taken || !ports || earlier.read('RuleAction').text !== later.read('RuleAction').text) return false;
  const shared = { from: Math.max(taken.from, ports.from), to: Math.min(taken.to, ports.to) };
  return shared.from <= shared.to && decidesFor(earlier, range, later, shared);
}

/** Whether an entry decides about everything that another one is about, as far as it concerns these ports. */
export function decidesFor(earlier: Resource, range: Value, later: Resource, ports = portsOf(later)): boolean {
  const isSameFamily = (other: Value) => Boolean(other.text?.includes(':')) === Boolean(range.text?.includes(':'));
  const takesRange = rangesOf(earlier).some(
    (other) => !other.isUnknown && isSameFamily(other) && (isWorld(other) || other.text === range.text),
  );
  if (!takesRange) return false;
  if (earlier.read('Protocol').is(-1, 'all')) return true;
  if (earlier.read('Protocol').text !== later.read('Protocol').text) return false;
  const taken = portsOf(earlier);
  return taken !== undefined && ports !== undefined && taken.from <= ports.from && ports.to <= taken.to;
}
