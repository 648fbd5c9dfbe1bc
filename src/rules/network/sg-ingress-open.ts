import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { ingressRules, ingressTypes, isWorld, portsOf, rangesOf } from './reading/traffic';
import type { TrafficRule } from './reading/traffic';

function isWeb(rule: TrafficRule): boolean {
  const ports = portsOf(rule);
  return ports !== undefined && ports.from === ports.to && [80, 443].includes(ports.from);
}

export default defineRule({
  id: 'sg-ingress-open',
  aliases: ['sg-ingress-port'],
  severity: 'high',
  title: 'everybody on the internet may connect',
  why: 'Scanners find an open port within minutes. What listens there is attacked by everybody, with every weakness that is published for it.',
  serviceDefault:
    'A security group lets nothing in unless a rule does (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).',
  fix: 'name the security group or the range of addresses of whoever connects in place of `0.0.0.0/0` and `::/0`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], fsbp: ['EC2.18'], cwe: ['CWE-668'] },
  saidBy: ['sg-ingress-admin'],
  notes:
    'Medium where only the ports 80 and 443 of TCP are open, which is how something public is served. `sg-ingress-admin` looks at ports that must never be.',
  appliesTo: ingressTypes,
  check: (resource) =>
    ingressRules(resource).flatMap((rule) =>
      rangesOf(rule).map((range) => {
        if (range.isUnknown) return unknown(range);
        if (!isWorld(range)) return pass();
        return fail(range, { wanted: 'who connects', severity: isWeb(rule) ? 'medium' : undefined });
      }),
    ),
});
