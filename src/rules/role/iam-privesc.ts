import { isOnEverything, isPatternFor, isWholeService } from '../../iam/broad-patterns';
import { identityPolicyTypes } from '../../iam/identity-policies';
import { limitsResources } from '../../iam/limiting-conditions';
import { escalatingActions } from '../../iam/telling-actions';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { actionsThat, judgeIdentityPolicies } from '../statements';

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
    'Ways that begin with passing a role are the question of `iam-passrole`; every action of a service is that of `iam-wildcard-action`.',
  appliesTo: identityPolicyTypes,
  check: (holder) =>
    judgeIdentityPolicies(holder, (placed) => {
      const { statement } = placed;
      if (!isOnEverything(statement, { ofOneType: true }) || statement.conditions.some(limitsResources)) return [];
      return actionsThat(
        placed,
        (action) => !isWholeService(action) && escalatingActions.some((name) => isPatternFor(action, name)),
      ).map((action) => fail(action, { got: `${action} on every one`, wanted: 'the resource that is meant' }));
    }),
});
