import { defineRule } from '../define-rule';
import { pass } from '../results';
import { allowsByName, gapsForConnections, tellGaps } from './reading/firewall-gaps';

export default defineRule({
  id: 'nfw-passes-all',
  severity: 'medium',
  strict: true,
  title: 'the network firewall lets out whatever no rule drops',
  why:
    'Rules for what is known to be bad do not know the host that an intruder made yesterday, and that is where they send what they find. ' +
    'An app calls a few hosts, which can be named.',
  serviceDefault:
    'What no rule drops passes, unless rules are in strict order and the default action drops it (https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html).',
  fix: 'set `StatefulEngineOptions.RuleOrder: STRICT_ORDER` and `StatefulDefaultActions: [aws:drop_established]`, and add a rule group that lets the hosts through that are called',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-284'] },
  notes:
    'Strict, because a firewall may be there for what comes in, or to detect. A policy that has a list of hosts to allow is judged by `nfw-allow-list-open`.',
  appliesTo: 'AWS::NetworkFirewall::FirewallPolicy',
  check: (policy) =>
    allowsByName(policy) ? pass() : tellGaps(gapsForConnections(policy), 'connections to named hosts only'),
});
