import type { Value } from '../../template';
import { allAddresses, parseRange } from '../address-range';
import type { AddressRange } from '../address-range';
import { allProtocols, atMost, both, exactly, everything, nothing, subtract, trafficTo } from '../traffic';
import type { Bounds, Ports, Protocol } from '../traffic';

/** What becomes of packets before the stateful engine. */
export interface Stateless {
  /** What gets out without that anybody looks at it, and where that is said. */
  readonly passed: readonly { readonly packets: Bounds; readonly at: Value; readonly what: string }[];
  /** What goes on to the stateful engine. */
  readonly forwarded: Bounds;
}

/**
 * Packets by the stateless rules of a policy: the first rule that fits decides, by the priority of its group and its own.
 *
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-rules-engines.html
 */
export function throughStateless(policy: Value): Stateless {
  const passed: { packets: Bounds; at: Value; what: string }[] = [];
  let forwarded = nothing;
  let open: Bounds = exactly(everything);
  const take = (packets: Bounds, actions: Value, what: string) => {
    const met = both(open, packets);
    const verdict = verdictOf(actions);
    if (verdict === 'pass') passed.push({ packets: met, at: actions, what });
    if (verdict === 'forward') forwarded = joined(forwarded, met);
    if (verdict === 'unknown') {
      passed.push({ packets: atMost(met.possible), at: actions, what });
      forwarded = joined(forwarded, atMost(met.possible));
    }
    open = { certain: subtract(open.certain, packets.possible), possible: subtract(open.possible, packets.certain) };
  };
  for (const { packets, actions } of rulesOf(policy.read('StatelessRuleGroupReferences'))) {
    take(packets, actions, 'a stateless rule passes it');
  }
  // Fragments of other protocols are dropped:
  // https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-default-actions.html
  const fragments = policy.read('StatelessFragmentDefaultActions');
  const before = open;
  take(exactly(trafficTo(allAddresses, undefined, ['udp'])), fragments, 'fragments of UDP pass');
  open = before;
  take(exactly(everything), policy.read('StatelessDefaultActions'), 'packets pass before a rule is asked');
  return { passed, forwarded };
}

function joined(a: Bounds, b: Bounds): Bounds {
  return { certain: [...a.certain, ...b.certain], possible: [...a.possible, ...b.possible] };
}

function verdictOf(actions: Value): 'pass' | 'drop' | 'forward' | 'unknown' {
  const { items } = actions;
  const has = (action: string) => items.some((one) => one.is(action));
  if (has('aws:pass')) return 'pass';
  if (has('aws:drop')) return 'drop';
  return has('aws:forward_to_sfe') ? 'forward' : 'unknown';
}

interface StatelessRule {
  readonly packets: Bounds;
  readonly actions: Value;
  readonly order: readonly [number, number];
}

function rulesOf(references: Value): readonly StatelessRule[] {
  return references.items
    .flatMap((reference): StatelessRule[] => {
      const arn = reference.read('ResourceArn');
      const priority = reference.read('Priority').number ?? 0;
      const group = arn.target?.is('AWS::NetworkFirewall::RuleGroup') ? arn.target : undefined;
      if (!group) return [{ packets: atMost(everything), actions: arn, order: [priority, 0] }];
      const rules = group.read('RuleGroup.RulesSource.StatelessRulesAndCustomActions.StatelessRules');
      return rules.items.map((rule) => ({
        packets: packetsOf(rule.read('RuleDefinition.MatchAttributes')),
        actions: rule.read('RuleDefinition.Actions'),
        order: [priority, rule.read('Priority').number ?? 0],
      }));
    })
    .sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1]);
}

/** What goes from the inside out; a rule that asks where from, or for flags of TCP, is about some of it. */
function packetsOf(match: Value): Bounds {
  const destinations = match.read('Destinations').items.map((one) => rangeOf(one.read('AddressDefinition')));
  const ranges = destinations.length === 0 ? allAddresses : destinations.flatMap((range) => range ?? allAddresses);
  const ports = match.read('DestinationPorts').items.map(portsOf);
  const protocols = match.read('Protocols').items.map(protocolOf);
  const known = protocols.length === 0 ? allProtocols : protocols.flatMap((protocol) => protocol ?? allProtocols);
  const eachPort = ports.length === 0 ? [undefined] : ports;
  const sent = eachPort.flatMap((one) => trafficTo(ranges, one, known));
  const isSure =
    !match.isUnknown &&
    [...destinations, ...(ports.length === 0 ? [] : ports), ...protocols].every((one) => one !== undefined) &&
    match.read('Sources').items.every((one) => rangeOf(one.read('AddressDefinition'))?.first === 0n) &&
    match.read('SourcePorts').items.every((one) => portsOf(one)?.from === 0 && portsOf(one)?.to === 65_535) &&
    match.read('TCPFlags').isAbsent;
  return isSure ? exactly(sent) : atMost(sent);
}

function rangeOf(address: Value): AddressRange | undefined {
  return parseRange(address.text ?? '');
}

function portsOf(range: Value): Ports | undefined {
  const [from, to] = [range.read('FromPort').number, range.read('ToPort').number];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** TCP is 6, UDP 17. */
function protocolOf(protocol: Value): Protocol | undefined {
  if (protocol.number === undefined) return undefined;
  return protocol.is(6) ? 'tcp' : protocol.is(17) ? 'udp' : 'other';
}
