import { internet } from '../address-range';
import { nameOf } from '../told';
import { anything, atMost, both, exactly, trafficTo } from '../traffic';
import type { Bounds } from '../traffic';
import { isOfApplication, packetsOf } from './packet-headers';
import type { Header } from './packet-headers';
import { isOwnName } from './stateful-rule';
import type { StatefulRule } from './stateful-rule';
import { parseOptions, parseRules } from './suricata';
import type { SuricataOption } from './suricata';
import { conditionsOf } from './suricata-conditions';
import type { Value } from '../../template';

const overTcp = exactly(trafficTo(internet, undefined, ['tcp']));

/**
 * What the rules of a group that a policy refers to let through, and what they drop; what only tells of it is left out.
 *
 * Groups of AWS drop what is known to be bad, or tell of it. Of a group that is not part of the app nothing is known.
 *
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/nwfw-managed-rule-groups.html
 */
export function rulesOfGroup(reference: Value): readonly StatefulRule[] {
  const arn = reference.read('ResourceArn');
  const group = arn.target?.is('AWS::NetworkFirewall::RuleGroup') ? arn.target : undefined;
  if (!group) return /:aws-managed:/.test(arn.text ?? '') ? [] : [unreadable(arn)];
  const read = (path: string) => group.read(`RuleGroup.${path}`);
  const source = read('RulesSource');
  const ipSets = read('RuleVariables.IPSets');
  const rules = source.isUnknown
    ? [unreadable(source)]
    : [
        ...rulesOfList(source.read('RulesSourceList')),
        ...source.read('StatefulRules').items.flatMap((rule) => rulesOfRule(rule, ipSets)),
        ...rulesOfText(source.read('RulesString'), ipSets),
      ];
  // What is turned into alerts drops nothing any more.
  return reference.read('Override').isAbsent ? rules : rules.filter(({ action }) => action === 'pass');
}

function unreadable(at: Value): StatefulRule {
  return { action: 'pass', packets: anything, at };
}

/**
 * A list of domains: only one that allows lets anything through. What it drops itself is TLS or HTTP, which is not what
 * somebody has to speak.
 *
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateful-rule-groups-domain-names.html
 */
function rulesOfList(list: Value): readonly StatefulRule[] {
  if (list.isAbsent) return [];
  const kind = list.read('GeneratedRulesType');
  if (!kind.isUnknown && !kind.is('ALLOWLIST')) return [];
  const types = list.read('TargetTypes').items;
  return list.read('Targets').items.flatMap((target): StatefulRule[] => {
    const name = target.scalar === undefined ? undefined : String(target.scalar);
    if (name === undefined || kind.isUnknown) {
      return [{ action: 'pass', packets: atMost(overTcp.possible), at: target }];
    }
    if (!isOwnName(name)) return [{ action: 'pass', packets: overTcp, at: target }];
    return types.map((type) => ({
      action: 'pass',
      packets: overTcp,
      host: { name, by: type.is('HTTP_HOST') ? 'HTTP' : 'TLS' },
      at: target,
    }));
  });
}

function rulesOfRule(rule: Value, ipSets: Value): readonly StatefulRule[] {
  const read = (name: string) => rule.read(`Header.${name}`);
  const action = rule.read('Action');
  const names = ['Protocol', 'Source', 'SourcePort', 'Direction', 'Destination', 'DestinationPort'].map(read);
  if (rule.isUnknown || action.isUnknown || names.some(({ scalar }) => scalar === undefined)) return [unreadable(rule)];
  const [protocol, source, sourcePort, direction, destination, destinationPort] = names.map(({ scalar }) =>
    String(scalar),
  );
  const isBothWays = direction.toUpperCase() === 'ANY';
  const header = { protocol, source, sourcePort, direction: isBothWays ? '<>' : '->', destination, destinationPort };
  const options = rule.read('RuleOptions').items.flatMap(optionsOf);
  return judged(String(action.scalar), header, options, rule, ipSets);
}

function optionsOf(option: Value): readonly SuricataOption[] {
  const settings = option.read('Settings').items.map(({ text = '?' }) => text);
  const keyword = (option.read('Keyword').text ?? '?').toLowerCase();
  return parseOptions(settings.length > 0 ? `${keyword}:${settings.join(',')};` : `${keyword};`);
}

function rulesOfText(text: Value, ipSets: Value): readonly StatefulRule[] {
  if (text.isAbsent) return [];
  if (typeof text.scalar !== 'string') return [unreadable(text)];
  return parseRules(text.scalar).flatMap((rule) =>
    rule ? judged(rule.action, rule, rule.options, text, ipSets) : [unreadable(text)],
  );
}

function judged(
  action: string,
  header: Header,
  options: readonly SuricataOption[],
  at: Value,
  ipSets: Value,
): readonly StatefulRule[] {
  const does = action.toLowerCase();
  const packets = packetsOf(header, ipSets);
  const conditions = conditionsOf(options);
  if (does === 'pass') return passed(packets, conditions, at);
  // What is dropped for what stands in it, its sender writes otherwise.
  const isAvoided = !conditions.areNone || isOfApplication(header.protocol);
  if (isAvoided || !/^(?:drop|reject\w*)$/.test(does)) return [];
  // Without a connection there is only the handshake of TCP, which carries nothing.
  const about = conditions.flow === undefined ? packets : both(packets, overTcp);
  const isSure = conditions.flow === undefined || conditions.flow === 'established';
  return [{ action: 'drop', packets: isSure ? about : atMost(about.possible), at }];
}

function passed(packets: Bounds, { areNone, host, flow }: ReturnType<typeof conditionsOf>, at: Value): StatefulRule[] {
  const about = flow === 'not_established' ? both(packets, withoutConnection) : packets;
  if (host) return [{ action: 'pass', packets: both(about, overTcp), host, at }];
  const isSure = areNone && flow !== 'other';
  return [{ action: 'pass', packets: isSure ? about : atMost(about.possible), at }];
}

const withoutConnection = exactly(trafficTo(internet, undefined, ['udp', 'other']));

/** As a finding tells of a group. */
export function nameOfGroup(reference: Value): string {
  const { target, text = 'a rule group' } = reference.read('ResourceArn');
  return target ? nameOf(target) : text;
}
