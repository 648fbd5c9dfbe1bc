import { isOnEverything, isPatternFor, isWholeService } from '../../iam/broad-patterns';
import { identityPolicyTypes } from '../../iam/identity-policies';
import { limitsResources } from '../../iam/limiting-conditions';
import { credentialActions } from '../../iam/telling-actions';
import type { Term } from '../../iam/term';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { actionsThat, judgeIdentityPolicies } from '../statements';

function exposes(action: Term): boolean {
  return !isWholeService(action) && credentialActions.some((name) => isPatternFor(action, name));
}

export default defineRule({
  id: 'iam-credentials-exposure',
  severity: 'high',
  title: 'the identity can get the credentials of others',
  why: 'Secrets and sessions of every other application in the account are one call away for whoever gets hold of this identity.',
  serviceDefault:
    'An identity may do nothing unless a policy allows it (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).',
  fix: 'name the secret, role or database user in `Resource`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-4', 'SAS-7'], cwe: ['CWE-522'] },
  appliesTo: identityPolicyTypes,
  check: (holder) =>
    judgeIdentityPolicies(holder, (placed) => {
      const { statement } = placed;
      if (!isOnEverything(statement, { ofOneType: true }) || statement.conditions.some(limitsResources)) return [];
      return actionsThat(placed, (action) => action.ask(exposes)).map((action) =>
        fail(action, { got: `${action} on every one`, wanted: 'the resource that is meant' }),
      );
    }),
});
