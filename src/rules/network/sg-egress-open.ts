import { defineRule } from '../define-rule';
import { demand } from '../results';
import { egressRules, egressTypes, isWorld, rangesOf } from './reading/traffic';

export default defineRule({
  id: 'sg-egress-open',
  severity: 'medium',
  title: 'connections to everywhere on the internet are allowed',
  why: 'Code of an attacker, in a package for example, sends what it finds to its owner. A function in a VPC has this as its only way out.',
  serviceDefault:
    'A rule that is written is what holds; without any, everything may go out, which is `sg-egress-missing` (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).',
  fix: 'name the security groups, prefix lists and ranges that are needed in place of `0.0.0.0/0` and `::/0`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-668'] },
  appliesTo: egressTypes,
  check: (resource) =>
    egressRules(resource).flatMap((rule) =>
      rangesOf(rule).map((range) => demand(range, () => !isWorld(range), 'where connections go')),
    ),
});
