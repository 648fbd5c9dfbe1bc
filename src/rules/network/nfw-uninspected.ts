import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'nfw-uninspected',
  severity: 'medium',
  title: 'the network firewall lets packets pass before any rule that knows connections is asked',
  why:
    'What no stateless rule stops goes out without that a list of domains, a signature or a log sees it, so that an intruder need not even hide. ' +
    'The firewall costs what it costs, and stops nothing.',
  serviceDefault:
    'A policy has to say what becomes of packets that no stateless rule is about, and of fragments of UDP (https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-default-actions.html).',
  fix: 'set `StatelessDefaultActions` and `StatelessFragmentDefaultActions` to `aws:forward_to_sfe` or `aws:drop`',
  references: {
    owaspServerless: ['S6'],
    csaServerless: ['SAS-3'],
    fsbp: ['NetworkFirewall.4', 'NetworkFirewall.5'],
    cwe: ['CWE-284'],
  },
  notes: 'AWS Control Tower asks the same (CT.NETWORK-FIREWALL.PR.2 and PR.3).',
  appliesTo: 'AWS::NetworkFirewall::FirewallPolicy',
  check: (policy) =>
    ['StatelessDefaultActions', 'StatelessFragmentDefaultActions'].map((property) => {
      const actions = policy.read(`FirewallPolicy.${property}`);
      const unknown = actions.items.find((action) => action.isUnknown);
      return demand(
        unknown ?? actions,
        ({ items }) => !items.some((action) => action.is('aws:pass')),
        'aws:forward_to_sfe or aws:drop',
      );
    }),
});
