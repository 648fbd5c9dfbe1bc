import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { allEgressRules } from './reading/traffic';

export default defineRule({
  id: 'sg-egress-missing',
  severity: 'medium',
  title: 'the security group says nothing about what may go out, so that everything may',
  why: 'Code of an attacker, in a package for example, sends what it finds to its owner. Nobody decided that it may.',
  serviceDefault:
    'A group without rules for what goes out gets rules that allow all (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html).',
  fix: 'set `SecurityGroupEgress` to what is needed',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-1188'] },
  notes: 'Rules of their own (`AWS::EC2::SecurityGroupEgress`) count too.',
  appliesTo: 'AWS::EC2::SecurityGroup',
  check: (group, app) =>
    allEgressRules(group, app).length > 0
      ? pass()
      : fail(group.read('SecurityGroupEgress'), { wanted: 'where connections go' }),
});
