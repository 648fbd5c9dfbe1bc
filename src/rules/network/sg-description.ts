import { defineRule } from '../define-rule';
import { demand } from '../results';
import { egressRules, ingressRules } from './reading/traffic';

export default defineRule({
  id: 'sg-description',
  severity: 'low',
  strict: true,
  title: 'nobody wrote down what the rule is for',
  why: 'A rule that nobody can explain is never removed. It stays open when its reason is long gone.',
  serviceDefault:
    'A rule has no description unless it is given one (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).',
  fix: 'set `Description`',
  references: { csaServerless: ['SAS-11'], cwe: ['CWE-1188'] },
  appliesTo: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'],
  check: (resource) => {
    const rules = resource.is('AWS::EC2::SecurityGroup')
      ? [...ingressRules(resource), ...egressRules(resource)]
      : [resource];
    const own = resource.is('AWS::EC2::SecurityGroup') ? [resource.read('GroupDescription')] : [];
    return [...own, ...rules.map((rule) => rule.read('Description'))].map((text) =>
      demand(text, ({ isAbsent }) => !isAbsent, 'what it is for'),
    );
  },
});
