import { portNumber, storeOfPort } from './store-ports';
import {
  atMost,
  everything,
  exactly,
  anything,
  either,
  isExact,
  nothing,
  trafficTo,
  allPorts,
  allProtocols,
} from './traffic';
import type { Bounds, Ports, Protocol } from './traffic';
import { rangesAt, rangesOfPrefixList } from './written-ranges';
import type { Application, Resource, Value } from '../template';
import { onceForResource } from '../template/once';

/** A rule of a security group: a resource of its own, or an element of the group's list. */
export type TrafficRule = Resource | Value;

export type Direction = 'out' | 'in';

const written = {
  out: { list: 'SecurityGroupEgress', type: 'AWS::EC2::SecurityGroupEgress', of: 'Destination' },
  in: { list: 'SecurityGroupIngress', type: 'AWS::EC2::SecurityGroupIngress', of: 'Source' },
} as const;

/** The rules of a group for one direction, in it and beside it. */
export function rulesOf(group: Resource, direction: Direction, app: Application): readonly TrafficRule[] {
  const { list, type } = written[direction];
  return [...group.read(list).items, ...app.attachedTo(group, type, 'GroupId')];
}

/** What security groups let through to addresses (or from them), whatever groups are there. */
export function letThroughGroups(groups: readonly Value[], direction: Direction, app: Application): Bounds {
  return either(groups.map((group) => letThroughGroup(group, direction, app)));
}

/**
 * What rules let through to the members of groups: those that name one of the groups.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html#security-group-referencing
 */
export function letThroughToMembers(
  groups: readonly Value[],
  members: readonly Value[],
  direction: Direction,
  app: Application,
): Bounds {
  const isUnsure = members.some((member) => member.isUnknown);
  return either(
    groups.flatMap(({ target }) => {
      if (!target?.is('AWS::EC2::SecurityGroup')) return [];
      const { byPeer, someGroup } = rulesForGroups(target, direction, app);
      const named = members.flatMap((member) => byPeer.get(identityOf(member)) ?? []);
      const others = isUnsure ? [...byPeer.values()].flat() : [];
      return [...named, ...[...someGroup, ...others].map(({ possible }) => atMost(possible))];
    }),
  );
}

/**
 * Whether a rule about one of the members names the port of a store as an attribute of it: that is its port, whatever the
 * number will be.
 */
export function isLetThroughToPortOf(
  store: Resource,
  groups: readonly Value[],
  members: readonly Value[],
  direction: Direction,
  app: Application,
): boolean {
  const named = new Set(members.filter((member) => !member.isUnknown).map(identityOf));
  return groups.some(
    ({ target }) =>
      target?.is('AWS::EC2::SecurityGroup') &&
      rulesOf(target, direction, app).some(
        (rule) =>
          named.has(identityOf(rule.read(`${written[direction].of}SecurityGroupId`))) &&
          (protocolsOf(rule.read('IpProtocol')) ?? []).includes('tcp') &&
          ['FromPort', 'ToPort'].every((port) => storeOfPort(rule.read(port)) === store),
      ),
  );
}

/** The group that every VPC comes with is known by its VPC, all others by themselves or by their id. */
function identityOf({ target, text = '' }: Value): Resource | string {
  return target ?? text;
}

/** What a group says about members of other groups. */
interface RulesForGroups {
  readonly byPeer: ReadonlyMap<Resource | string, readonly Bounds[]>;
  /** Rules about a group that is not known. */
  readonly someGroup: readonly Bounds[];
}

function rulesForGroups(group: Resource, direction: Direction, app: Application): RulesForGroups {
  return onceForResource(group, direction === 'out' ? toGroups : fromGroups, app);
}

function toGroups(group: Resource, app: Application): RulesForGroups {
  return indexedByPeer(rulesOf(group, 'out', app), 'DestinationSecurityGroupId');
}

function fromGroups(group: Resource, app: Application): RulesForGroups {
  return indexedByPeer(rulesOf(group, 'in', app), 'SourceSecurityGroupId');
}

function indexedByPeer(rules: readonly TrafficRule[], property: string): RulesForGroups {
  const byPeer = new Map<Resource | string, Bounds[]>();
  const someGroup: Bounds[] = [];
  for (const rule of rules) {
    const peer = rule.read(property);
    if (peer.isUnknown) someGroup.push(packetsOf(rule));
    else if (!peer.isAbsent) byPeer.set(identityOf(peer), [...(byPeer.get(identityOf(peer)) ?? []), packetsOf(rule)]);
  }
  return { byPeer, someGroup };
}

function letThroughGroup(id: Value, direction: Direction, app: Application): Bounds {
  const { target, attribute } = id;
  if (target && attribute === 'DefaultSecurityGroup') return letThroughDefault(target, direction, app);
  if (!target?.is('AWS::EC2::SecurityGroup')) return anything;
  return onceForResource(target, direction === 'out' ? letOut : letIn, app);
}

/** Without a rule for what goes out, AWS adds one that allows all. */
function letOut(group: Resource, app: Application): Bounds {
  const rules = rulesOf(group, 'out', app);
  return rules.length === 0 ? exactly(everything) : either(rules.map((rule) => letThroughRule(rule, 'out')));
}

function letIn(group: Resource, app: Application): Bounds {
  return either(rulesOf(group, 'in', app).map((rule) => letThroughRule(rule, 'in')));
}

/**
 * The group that every VPC comes with lets everything out, and its members in; a custom resource of the CDK closes it.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
 */
function letThroughDefault(vpc: Resource, direction: Direction, app: Application): Bounds {
  const isClosed = app
    .ofType('Custom::VpcRestrictDefaultSG')
    .some((custom) => custom.read('DefaultSecurityGroupId').target === vpc);
  if (isClosed) return nothing;
  return direction === 'out' ? exactly(everything) : nothing;
}

function letThroughRule(rule: TrafficRule, direction: Direction): Bounds {
  if ('isUnknown' in rule && rule.isUnknown) return anything;
  const named = [
    rangesAt(rule.read('CidrIp')),
    rangesAt(rule.read('CidrIpv6')),
    rangesOfPrefixList(rule.read(`${written[direction].of}PrefixListId`)),
  ];
  return either(
    named.map(({ ranges, isSure }) => {
      const packets = packetsOf(rule);
      const only = (traffic: Bounds['certain']) =>
        ranges.flatMap((range) =>
          traffic.filter((one) => one.range.family === range.family).map((one) => ({ ...one, range })),
        );
      const possible = only(packets.possible);
      if (isSure && isExact(packets)) return exactly(possible);
      return { certain: isSure ? only(packets.certain) : [], possible };
    }),
  );
}

/** The protocol and ports of a rule, to every address. */
function packetsOf(rule: TrafficRule): Bounds {
  const protocols = protocolsOf(rule.read('IpProtocol'));
  const ports = portsOf(rule);
  const sent = trafficTo(everywhere, ports ?? allPorts, protocols ?? allProtocols);
  const isUnsure = protocols === undefined || (ports === undefined && protocols.some((one) => one !== 'other'));
  return isUnsure ? { certain: [], possible: sent } : exactly(sent);
}

const everywhere = [...new Set(everything.map(({ range }) => range))];

function protocolsOf(protocol: Value): readonly Protocol[] | undefined {
  if (protocol.isUnknown) return undefined;
  if (protocol.is('-1', 'all')) return allProtocols;
  if (protocol.is('tcp', '6')) return ['tcp'];
  return protocol.is('udp', '17') ? ['udp'] : ['other'];
}

/** Whether a rule lets every port of every protocol through. */
export function isEveryProtocol(rule: TrafficRule): boolean {
  return rule.read('IpProtocol').is('-1', 'all');
}

/** The ports that a rule is about; `undefined` where they are not known, or where its protocol has none. */
export function portsOf(rule: TrafficRule): Ports | undefined {
  const protocol = rule.read('IpProtocol');
  if (isEveryProtocol(rule)) return allPorts;
  if (!protocol.is('tcp', 'udp', '6', '17') && !protocol.isUnknown) return undefined;
  const [from, to] = [rule.read('FromPort'), rule.read('ToPort')];
  const [first, last] = [from, to].map(portNumber);
  if ((!from.isAbsent && first === undefined) || (!to.isAbsent && last === undefined)) return undefined;
  if (first === -1) return allPorts;
  return { from: first ?? 0, to: last ?? first ?? allPorts.to };
}
