import { arnOf } from '../../iam';
import { isOnEverything } from '../../iam/broad-patterns';
import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { reachedBy } from './reading/function-role';
import { named, pathOf } from './reading/path';
import { rightsOf } from './reading/rights';
import { unreadIn } from './reading/unread';

const onRole = [
  'iam:PutRolePolicy',
  'iam:AttachRolePolicy',
  'iam:DeleteRolePolicy',
  'iam:DetachRolePolicy',
  'iam:PutRolePermissionsBoundary',
  'iam:DeleteRolePermissionsBoundary',
  'iam:UpdateAssumeRolePolicy',
];
const onPolicy = ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'];
const rewriting = [...onRole, ...onPolicy];

/** The managed policies that the role has, and its boundary. */
function policiesOf(role: Resource, app: Application): readonly Resource[] {
  const attached = [...app.policiesOf(role).map(({ source }) => source), role.read('PermissionsBoundary').target];
  return attached.filter((policy) => policy?.is('AWS::IAM::ManagedPolicy')) as readonly Resource[];
}

export default defineRule({
  id: 'role-rewrites-itself',
  severity: 'high',
  title: 'a role may rewrite its own policy, boundary or trust',
  why:
    'Whoever gets hold of one session of the role writes it another policy, takes the boundary off, or lets their own account assume it. ' +
    'What the template says that the role may do is then only where they begin.',
  serviceDefault:
    'Policies are looked at with each request, so that a change holds for sessions that are open too, after a few minutes at most (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_disable-perms.html).',
  fix: 'take the action out, or name other roles and policies in `Resource`; keep roles that change roles under a boundary that they cannot change',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-269'] },
  notes: 'On every role or policy it is the question of `iam-privesc`.',
  appliesTo: 'AWS::IAM::Role',
  check: (role, app) => {
    const rights = rightsOf(role, app, rewriting);
    const found = rights.found.flatMap((right) => {
      if (isOnEverything(right.statement, { ofOneType: true })) return [];
      const self = right.actions.some((action) => onRole.includes(action)) ? reachedBy(right, [role]) : [];
      const changes = right.actions.some((action) => onPolicy.includes(action));
      const reached = [...self, ...(changes ? reachedBy(right, policiesOf(role, app)) : [])];
      if (reached.length === 0) return [];
      if (right.truth === 'unknown') return unknown(right.at, `whether it may change ${arnOf(role)} is not known`);
      const got = pathOf(role, named(right), `whatever ${role.logicalId} wants`);
      return fail(right.at, { got, wanted: 'no action on the role itself, its policies or its boundary' });
    });
    return [...found, ...unreadIn(rights)];
  },
});
