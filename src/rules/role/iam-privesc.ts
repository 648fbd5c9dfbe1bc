import { isOnEverything, isPatternFor, isWholeService } from '../../iam/broad-patterns';
import { identityPolicies, identityPolicyTypes } from '../../iam/identity-policies';
import { limitsResources } from '../../iam/limiting-conditions';
import { passedRoles } from '../../iam/passing-roles';
import { placedStatements } from '../../iam/placed-statements';
import { escalatingActions } from '../../iam/telling-actions';
import type { Term } from '../../iam/term';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { actionsThat, judgeIdentityPolicies } from '../statements';

/** All of IAM is nothing but the permissions of everybody; of another service, most is something else. */
function isMoreThanPermissions(action: Term): boolean {
  return isWholeService(action) && !/^iam:/i.test(action.toString());
}

function escalates(action: Term): boolean {
  return !isMoreThanPermissions(action) && escalatingActions.some((name) => isPatternFor(action, name));
}

export default defineRule({
  id: 'iam-privesc',
  severity: 'high',
  title: 'the identity can give itself more permissions',
  why: 'With this action on every identity or function, whoever gets hold of one credential writes themselves the policy that they want, or the code of a function that has it.',
  serviceDefault:
    'An identity may do nothing unless a policy allows it (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).',
  fix: 'name the role, user, policy or function in `Resource`, or take the action out',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-269'] },
  notes:
    'Counts passing every role too, where the same identity may start something with it (`lambda:CreateFunction`); passing alone is the question of `iam-passrole`. ' +
    'Every action of a service other than IAM is that of `iam-wildcard-action`.',
  appliesTo: identityPolicyTypes,
  check: (holder) => [
    ...judgeIdentityPolicies(holder, (placed) => {
      const { statement } = placed;
      if (!isOnEverything(statement, { ofOneType: true }) || statement.conditions.some(limitsResources)) return [];
      return actionsThat(placed, (action) => action.ask(escalates)).map((action) =>
        fail(action, { got: `${action} on every one`, wanted: 'the resource that is meant' }),
      );
    }),
    ...passedRoles(identityPolicies(holder).flatMap((document) => placedStatements(document).statements)).map(
      ({ at, starts }) => fail(at, { got: `${at} on every role, with ${starts}`, wanted: 'the role that is passed' }),
    ),
  ],
});
