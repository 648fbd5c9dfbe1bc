import { defineRule } from '../define-rule';
import { demand } from '../results';
import { ingressRules, ingressTypes, rangesOf } from './reading/traffic';

export default defineRule({
  id: 'sg-ingress-wide-cidr',
  severity: 'low',
  strict: true,
  title: 'more than one address may connect',
  why: 'Every machine of the range may connect, those among it that nobody thought of. One of them is enough for an attacker.',
  serviceDefault:
    'A security group lets nothing in unless a rule does (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).',
  fix: 'name one address (`/32`, `/128`), or better a security group',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  appliesTo: ingressTypes,
  check: (resource) =>
    ingressRules(resource).flatMap((rule) =>
      rangesOf(rule).map((range) =>
        demand(range, ({ text = '' }) => text.endsWith(text.includes(':') ? '/128' : '/32'), 'one address'),
      ),
    ),
});
