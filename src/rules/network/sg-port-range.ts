import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { egressRules, ingressRules, isEveryProtocol } from './reading/traffic';

export default defineRule({
  id: 'sg-port-range',
  severity: 'low',
  strict: true,
  title: 'the rule lets a range of ports through',
  why: 'What is meant for one service opens its neighbours as well. An attacker looks for what listens there.',
  serviceDefault:
    'A rule is about the ports that it names (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).',
  fix: 'write a rule for each port',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-284'] },
  appliesTo: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'],
  check: (resource) => {
    const rules = resource.is('AWS::EC2::SecurityGroup')
      ? [...ingressRules(resource), ...egressRules(resource)]
      : [resource];
    return rules
      .filter((rule) => !isEveryProtocol(rule) && !rule.read('IpProtocol').is('icmp', 'icmpv6', '1', '58'))
      .map((rule) => {
        const [from, to] = [rule.read('FromPort'), rule.read('ToPort')];
        if (from.isUnknown || to.isUnknown) return unknown(from.isUnknown ? from : to);
        return from.number === to.number ? pass() : fail(to, { wanted: 'one port' });
      });
  },
});
