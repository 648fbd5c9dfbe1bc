import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import type { Result } from '../results';
import { isMet, peerOf } from './reading/other-side';
import { egressRules, egressTypes, ingressRules, ingressTypes } from './reading/traffic';

function judge(resource: Resource, direction: 'in' | 'out', app: Application): readonly Result[] {
  const mine = resource.is('AWS::EC2::SecurityGroup') ? resource : resource.read('GroupId').target;
  if (!mine?.is('AWS::EC2::SecurityGroup')) return [];
  const rules = direction === 'in' ? ingressRules(resource) : egressRules(resource);
  return rules.map((rule) => {
    const peer = peerOf(rule, direction);
    const theirs = peer.target;
    // The group that a VPC comes with is known as an attribute of the VPC.
    if (!theirs?.is('AWS::EC2::SecurityGroup') || isMet(rule, direction, mine, theirs, app)) return pass();
    const does = direction === 'in' ? 'lets nothing out to it' : 'lets nothing in from it';
    return fail(peer, { got: `a group that ${does}`, wanted: 'a rule in both groups' });
  });
}

export default defineRule({
  id: 'sg-one-sided',
  severity: 'low',
  strict: true,
  title: 'one security group lets the connection through, and the group on the other side does not',
  why:
    'The connection hangs until it times out, and nothing says which group it was. ' +
    'Whoever has to mend it in a hurry opens both for every address.',
  serviceDefault:
    'A connection has to be let out by a group of the one side, and let in by one of the other (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).',
  fix: 'add the rule to the other group, or remove this one: `connections.allowTo` of the CDK writes both',
  references: { owaspServerless: ['S6'], cwe: ['CWE-693'] },
  notes:
    'Where both groups are part of the app. A rule of the other group about addresses counts, because theirs are not known.',
  appliesTo: [...new Set([...ingressTypes, ...egressTypes])],
  check: (resource, app) => [
    ...(resource.is('AWS::EC2::SecurityGroupEgress') ? [] : judge(resource, 'in', app)),
    ...(resource.is('AWS::EC2::SecurityGroupIngress') ? [] : judge(resource, 'out', app)),
  ],
});
