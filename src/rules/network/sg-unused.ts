import type { Application, Resource } from '../../template';
import { onceForApplication } from '../../template/once';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';

const rulesOfGroups = ['AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'];

/** What outputs tell others of. */
function saidInOutputs(app: Application): ReadonlySet<Resource> {
  const outputs = app.declared('*').filter((one) => one.is('Output'));
  return new Set(outputs.flatMap((output) => output.read('Value').targets));
}

export default defineRule({
  id: 'sg-unused',
  severity: 'low',
  strict: true,
  title: 'nothing has the security group',
  why:
    'What it lets in and out was meant for something that is gone, and nobody looks at it any more. ' +
    'Whoever needs a group in a hurry takes one that is there, and with it what it still opens.',
  serviceDefault:
    'A security group lets through what its rules say for whatever has it (https://docs.aws.amazon.com/vpc/latest/userguide/security-groups.html).',
  fix: 'remove the group and its rules, or give it to what it was made for',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-11'], cwe: ['CWE-1188'] },
  notes: 'Groups of which a template says the id in an output are for others, and pass.',
  appliesTo: 'AWS::EC2::SecurityGroup',
  check: (group, app) => {
    const users = app.references(group).incoming.filter((one) => !rulesOfGroups.includes(one.type) && one !== group);
    const isUsed = users.some((user) => !user.is('AWS::EC2::SecurityGroup'));
    return isUsed || onceForApplication(app, saidInOutputs).has(group)
      ? pass()
      : fail(group, { got: 'a group of nothing', wanted: 'something that has it' });
  },
});
