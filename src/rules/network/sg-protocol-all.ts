import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand } from '../results';
import { egressRules, ingressRules, isEveryProtocol } from './reading/traffic';

function rulesOf(resource: Resource): readonly (Resource | Value)[] {
  return resource.is('AWS::EC2::SecurityGroup') ? [...ingressRules(resource), ...egressRules(resource)] : [resource];
}

function isForItself(rule: Resource): boolean {
  if (rule.is('AWS::EC2::SecurityGroup')) return false;
  const group = rule.read('GroupId').text;
  return (
    group !== undefined &&
    ['SourceSecurityGroupId', 'DestinationSecurityGroupId'].some((peer) => rule.read(peer).text === group)
  );
}

export default defineRule({
  id: 'sg-protocol-all',
  severity: 'medium',
  title: 'the rule lets every protocol and every port through',
  why: 'What is meant for one service opens all others of the machine as well. An attacker who is on either side uses those to move on.',
  serviceDefault:
    'A rule is about the protocol that it names, and `-1` is all of them with all ports (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).',
  fix: 'name the protocol and the port',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-284'] },
  notes: 'A rule for the group itself passes: its members are one service.',
  appliesTo: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'],
  check: (resource) =>
    rulesOf(resource).map((rule) =>
      demand(rule.read('IpProtocol'), () => !isEveryProtocol(rule) || isForItself(resource), 'one protocol'),
    ),
});
