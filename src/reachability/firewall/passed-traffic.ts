import { internet } from '../address-range';
import { atMost, both, exactly, nothing, someOf, subtract, trafficTo } from '../traffic';
import type { Bounds, Traffic } from '../traffic';
import { rulesOfGroup } from './rule-groups';
import type { NamedHost, StatefulRule } from './stateful-rule';
import { throughStateless } from './stateless-rules';
import type { Truth } from '../../iam';
import type { Resource, Value } from '../../template';
import { onceForResource } from '../../template/once';

/** Packets that a firewall lets out to whoever they are sent to. */
export interface Gap {
  readonly packets: Bounds;
  /** The property that says so, or that is missing. */
  readonly at: Value;
  readonly what: string;
}

/** What a firewall lets out of a VPC, by its policy. */
export interface PassedTraffic {
  readonly gaps: readonly Gap[];
  /** Where connections get to if the client says the name. */
  readonly hosts: readonly NamedHost[];
  /** All of the gaps together. */
  readonly anybody: Bounds;
}

/** What a policy lets out; of one that is not part of the app nothing is known. */
export function passedBy(arn: Value): PassedTraffic {
  const policy = arn.target?.is('AWS::NetworkFirewall::FirewallPolicy') ? arn.target : undefined;
  if (policy) return passedByPolicy(policy);
  return together([{ packets: atMost(toInternet.possible), at: arn, what: 'its policy is not known' }], []);
}

/** What a policy of the app lets out. Ask inside of a world. */
export function passedByPolicy(policy: Resource): PassedTraffic {
  return onceForResource(policy, throughPolicy);
}

/**
 * Whether connections over TCP get to every host of the internet by a gap, on some port. Other gaps are for packets without
 * a connection, such as those of UDP, or to a range of addresses.
 */
export function takesAllConnections({ packets }: Gap): Truth {
  const everywhereIn = (sent: readonly Traffic[]) =>
    sent
      .filter(({ protocol }) => protocol === 'tcp')
      .some(({ ports }) => subtract(trafficTo(ofIpv4, ports, ['tcp']), sent).length === 0);
  if (everywhereIn(packets.certain)) return 'yes';
  return everywhereIn(packets.possible) ? 'unknown' : 'no';
}

const ofIpv4 = internet.filter(({ family }) => family === 4);
const toInternet = exactly(trafficTo(internet));
const overTcp = trafficTo(internet, undefined, ['tcp']);
const withoutConnection = exactly(trafficTo(internet, undefined, ['udp', 'other']));

function together(gaps: readonly Gap[], hosts: readonly NamedHost[]): PassedTraffic {
  const outside = gaps
    .map((gap) => ({ ...gap, packets: both(gap.packets, toInternet) }))
    .filter(({ packets }) => packets.possible.length > 0);
  const anybody = {
    certain: outside.flatMap(({ packets }) => packets.certain),
    possible: outside.flatMap(({ packets }) => packets.possible),
  };
  return {
    gaps: outside,
    hosts: [...new Map(hosts.map((host) => [`${host.by} ${host.name}`, host])).values()],
    anybody,
  };
}

function throughPolicy(resource: Resource): PassedTraffic {
  const policy = resource.read('FirewallPolicy');
  if (policy.isUnknown) return together([{ packets: toInternet, at: policy, what: 'its policy is not known' }], []);
  const { passed, forwarded } = throughStateless(policy);
  const { gaps, hosts } = throughStateful(policy, forwarded);
  return together([...passed, ...gaps], hosts);
}

/**
 * Packets by the stateful rules of a policy. In strict order the first rule that fits decides, and the default actions
 * about the rest; in the order of actions those that pass come first, and the rest passes.
 *
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html
 */
function throughStateful(policy: Value, entered: Bounds): Pick<PassedTraffic, 'gaps' | 'hosts'> {
  const order = policy.read('StatefulEngineOptions.RuleOrder');
  if (order.isUnknown) {
    return {
      gaps: [{ packets: atMost(entered.possible), at: order, what: 'the order of rules is not known' }],
      hosts: [],
    };
  }
  const isStrict = order.is('STRICT_ORDER');
  const gaps: Gap[] = afterBreaks(policy, entered);
  const hosts: NamedHost[] = [];
  let open = entered;
  for (const rule of rulesOf(policy, isStrict)) {
    const met = both(open, rule.packets);
    if (rule.action === 'drop' || !rule.host) open = without(open, rule.packets);
    if (rule.action === 'drop') continue;
    if (!rule.host) gaps.push({ packets: met, at: rule.at, what: 'a rule passes it, whatever host it is for' });
    else if (someOf(overTcp, met) !== 'no') hosts.push(rule.host);
  }
  return {
    gaps: [...gaps, isStrict ? byDefault(policy, open) : { packets: open, at: order, what: inActionOrder }],
    hosts,
  };
}

const inActionOrder = 'in the order of actions everything passes that no rule drops';

function rulesOf(policy: Value, isStrict: boolean): readonly StatefulRule[] {
  const groups = policy.read('StatefulRuleGroupReferences').items;
  if (!isStrict) {
    const rules = groups.flatMap(rulesOfGroup);
    return [...rules.filter(({ action }) => action === 'pass'), ...rules.filter(({ action }) => action === 'drop')];
  }
  const priorityOf = (group: Value) => group.read('Priority').number;
  const isPlaced = groups.length < 2 || groups.every((group) => priorityOf(group) !== undefined);
  const rules = [...groups].sort((a, b) => (priorityOf(a) ?? 0) - (priorityOf(b) ?? 0)).flatMap(rulesOfGroup);
  return isPlaced ? rules : rules.map((rule) => ({ ...rule, packets: atMost(rule.packets.possible) }));
}

function without(open: Bounds, packets: Bounds): Bounds {
  return { certain: subtract(open.certain, packets.possible), possible: subtract(open.possible, packets.certain) };
}

/** What drops everything that no rule passes; the others let a packet with data through, or only tell of it. */
const dropsConnections = [
  'aws:drop_established',
  'aws:drop_established_app_layer',
  'aws:drop_established_app_layer_to_server',
];

function byDefault(policy: Value, open: Bounds): Gap {
  const at = policy.read('StatefulDefaultActions');
  const has = (...actions: readonly string[]) => at.items.some((action) => action.is(...actions));
  if (has('aws:drop_strict')) return { packets: nothing, at, what: '' };
  if (has(...dropsConnections)) {
    const what = 'only what belongs to a connection is dropped';
    return { packets: both(open, withoutConnection), at, what };
  }
  const isUnknown = at.isUnknown || at.items.some((action) => action.isUnknown);
  const packets = isUnknown ? atMost(open.possible) : open;
  return { packets, at, what: 'what no rule is about passes' };
}

/**
 * Connections that the firewall has not seen from the start are dropped, unless it was told to go on with them: then rules
 * about names find none. Only what drops everything whatever it is still does.
 *
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/stream-exception-policy.html
 */
function afterBreaks(policy: Value, entered: Bounds): Gap[] {
  const at = policy.read('StatefulEngineOptions.StreamExceptionPolicy');
  const isDroppedAll = policy.read('StatefulDefaultActions').items.some((action) => action.is('aws:drop_strict'));
  if (at.isAbsent || at.is('DROP', 'REJECT') || isDroppedAll) return [];
  const packets = both(atMost(entered.possible), exactly(overTcp));
  return [{ packets, at, what: 'connections go on of which it has not seen the start' }];
}
