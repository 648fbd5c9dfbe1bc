import { accessLevelOf, expandActions, isWildcardOnly } from '../../facts/actions';
import { isOnEverything, isPatternFor, isWholeService } from '../../iam/broad-patterns';
import { identityPolicyTypes } from '../../iam/identity-policies';
import { limitsResources } from '../../iam/limiting-conditions';
import { credentialActions, escalatingActions } from '../../iam/telling-actions';
import type { Term } from '../../iam/term';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { actionsThat, judgeIdentityPolicies } from '../statements';

const elsewhere = [...escalatingActions, ...credentialActions];

/** Those that lead to more permissions of the identity itself are the question of `iam-privesc`, those that return credentials of `iam-credentials-exposure`. */
function managesPermissions(action: Term): boolean {
  if (isWholeService(action) || elsewhere.some((name) => isPatternFor(action, name))) return false;
  return expandActions(action.toString()).some(
    (name) => accessLevelOf(name) === 'Permissions management' && isWildcardOnly(name) === false,
  );
}

export default defineRule({
  id: 'iam-permissions-management',
  severity: 'high',
  title: 'the identity may change who has access to every resource',
  why: 'With the right to write policies of every queue, function or bucket an attacker opens them to an account of their own, and stays after the credential is gone.',
  serviceDefault:
    'An identity may do nothing unless a policy allows it (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).',
  fix: 'name the resource in `Resource`, or take the action out',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-269'] },
  notes: 'What manages permissions is the access level of the service authorization reference.',
  appliesTo: identityPolicyTypes,
  check: (holder) =>
    judgeIdentityPolicies(holder, (placed) => {
      const { statement } = placed;
      if (!isOnEverything(statement) || statement.conditions.some(limitsResources)) return [];
      return actionsThat(placed, (action) => action.ask(managesPermissions)).map((action) =>
        fail(action, { got: `${action} on every resource`, wanted: 'the resource that is meant' }),
      );
    }),
});
