import { defineRule } from '../define-rule';
import { pass } from '../results';
import { allowsByName, gapsForConnections, tellGaps } from './reading/firewall-gaps';

export default defineRule({
  id: 'nfw-allow-list-open',
  severity: 'medium',
  title: 'the network firewall has a list of hosts to allow, and lets others through all the same',
  why:
    'Who gets code to run behind the firewall sends what they find to a host of theirs, over whatever the list does not hold back. ' +
    'Everybody who looks at the list believes that this cannot be.',
  serviceDefault:
    'A list of domains is about TLS or HTTP; what no rule drops passes, unless rules are in strict order and the default action drops it (https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html).',
  fix: 'set `StatefulEngineOptions.RuleOrder: STRICT_ORDER` in the policy and its groups and `StatefulDefaultActions: [aws:drop_established]`, and let no rule and no `Targets` of a list pass every host',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-284'] },
  notes:
    'Works out what gets through: stateless rules, five-tuples, lists of domains and rules of Suricata, in the order in which the firewall asks them. Only connections over TCP count here; UDP is for groups and network ACLs. A rule that passes some addresses names hosts as well, in its way.',
  appliesTo: 'AWS::NetworkFirewall::FirewallPolicy',
  check: (policy) =>
    allowsByName(policy) ? tellGaps(gapsForConnections(policy), 'connections to the hosts of the list only') : pass(),
});
