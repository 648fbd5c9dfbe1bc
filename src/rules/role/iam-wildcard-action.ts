import { isWholeService } from '../../iam/broad-patterns';
import { identityPolicyTypes } from '../../iam/identity-policies';
import type { Term } from '../../iam/term';
import { Unknown } from '../../template';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { actionsThat, judgeIdentityPolicies } from '../statements';

function isNotKnown(action: Term): boolean {
  return action.known === undefined;
}

export default defineRule({
  id: 'iam-wildcard-action',
  severity: 'high',
  title: 'the policy allows every action of a service',
  why:
    'What is needed is a few actions; what is allowed also deletes tables, opens buckets and changes policies. ' +
    'An attacker in the function uses the rest.',
  serviceDefault:
    'An identity may do nothing unless a policy allows it (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).',
  fix: 'list the actions that are needed, such as `dynamodb:GetItem`; let `grant…` methods write the statement',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], fsbp: ['IAM.21'], cwe: ['CWE-250'] },
  saidBy: ['iam-admin', 'lambda-role-star', 'sfn-role-star'],
  notes: 'Also on a named resource: everything that a service has includes deleting it and changing who has access.',
  appliesTo: identityPolicyTypes,
  check: (holder) =>
    judgeIdentityPolicies(holder, (placed) => [
      ...actionsThat(placed, isWholeService).map((action) => fail(action, { wanted: 'the actions that are needed' })),
      ...actionsThat(placed, isNotKnown)
        .filter((action) => action.resolved instanceof Unknown)
        .map((action) => unknown(action)),
    ]),
});
