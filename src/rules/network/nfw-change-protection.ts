import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'nfw-change-protection',
  severity: 'low',
  strict: true,
  title: 'the network firewall can be removed, moved or given another policy with one call',
  why:
    'An intruder with rights of an operator, or a mistake in a script, takes the firewall away, and whatever it held back goes out. ' +
    'With protection they have to switch that off first, which is a call that somebody notices.',
  serviceDefault:
    'Protection against deletion and changes is off unless it is set (https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-settings.html).',
  fix: 'set `DeleteProtection`, `SubnetChangeProtection` and `FirewallPolicyChangeProtection` to true',
  references: {
    owaspServerless: ['S6'],
    csaServerless: ['SAS-3'],
    fsbp: ['NetworkFirewall.9', 'NetworkFirewall.10'],
    cwe: ['CWE-693'],
  },
  notes: 'Strict, because CloudFormation cannot remove such a firewall either.',
  appliesTo: 'AWS::NetworkFirewall::Firewall',
  check: (firewall) =>
    ['DeleteProtection', 'SubnetChangeProtection', 'FirewallPolicyChangeProtection'].map((property) =>
      demand(firewall.read(property), (value) => value.isTrue, 'true'),
    ),
});
