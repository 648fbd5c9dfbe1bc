import { isOnEverything, isPatternFor, isEveryAction } from '../../iam/broad-patterns';
import type { Condition } from '../../iam/condition';
import { identityPolicyTypes } from '../../iam/identity-policies';
import { isPositive, limitsResources } from '../../iam/limiting-conditions';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { actionsThat, judgeIdentityPolicies } from '../statements';

const keys = ['iam:passedtoservice', 'iam:associatedresourcearn'];

function isAboutPassing(condition: Condition): boolean {
  return limitsResources(condition) || (isPositive(condition.operator) && keys.includes(condition.key.toLowerCase()));
}

export default defineRule({
  id: 'iam-passrole',
  severity: 'high',
  title: 'any role may be passed to any service',
  why:
    'Whoever may pass every role starts a function or a machine with the role of an administrator, and is one. ' +
    'It is the first step of most known escalations.',
  serviceDefault:
    'An identity may do nothing unless a policy allows it (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).',
  fix: 'name the role in `Resource`, and the service with `StringEquals: { iam:PassedToService }`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-269'] },
  notes:
    'A statement with `iam:PassedToService` passes: what the role can be used for is then decided by that service (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html).',
  appliesTo: identityPolicyTypes,
  check: (holder) =>
    judgeIdentityPolicies(holder, (placed) => {
      const { statement } = placed;
      if (!isOnEverything(statement, { ofOneType: true }) || statement.conditions.some(isAboutPassing)) return [];
      return actionsThat(placed, (action) => !isEveryAction(action) && isPatternFor(action, 'iam:PassRole')).map(
        (action) => fail(action, { got: `${action} on every role`, wanted: 'the role that is passed' }),
      );
    }),
});
