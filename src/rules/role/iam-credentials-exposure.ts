import { isOnEverything, isPatternFor, isWholeService } from '../../iam/broad-patterns';
import type { Condition } from '../../iam/condition';
import { identityPolicyTypes } from '../../iam/identity-policies';
import { isPositive, limitsResources } from '../../iam/limiting-conditions';
import { credentialActions } from '../../iam/telling-actions';
import { Term } from '../../iam/term';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { actionsThat, judgeIdentityPolicies } from '../statements';

function exposes(action: Term): boolean {
  return !isWholeService(action) && credentialActions.some((name) => isPatternFor(action, name));
}

function assumes(action: Term): boolean {
  return !isWholeService(action) && isPatternFor(action, 'sts:AssumeRole');
}

/** The role of one name, or of some, in whichever account; what is a role of any name is all roles. */
function isAnybodys(resource: Term): boolean {
  return /^arn:[^:]*:iam::[*?]+:role\/(?![*?/]*$)/.test(resource.toString());
}

function limitsAccounts(condition: Condition): boolean {
  const isOwner = /^aws:resource(orgid|orgpaths|account)$/i.test(condition.key) && isPositive(condition.operator);
  return isOwner || limitsResources(condition);
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
  notes:
    'Low where it may assume the role of one name in any account (`arn:aws:iam::*:role/deploy`), which anybody may have there: ' +
    'a condition on `aws:ResourceOrgID`, `aws:ResourceOrgPaths` or `aws:ResourceAccount` says whose are meant.',
  appliesTo: identityPolicyTypes,
  check: (holder) =>
    judgeIdentityPolicies(holder, (placed) => {
      const { statement } = placed;
      if (statement.actions.some(assumes) && !statement.conditions.some(limitsAccounts)) {
        const anybodys = placed.at.read('Resource').items.filter(({ resolved }) => Term.of(resolved).ask(isAnybodys));
        if (anybodys.length > 0) {
          const wanted = 'the account of the role, or a condition on `aws:ResourceOrgID`';
          return anybodys.map((role) => fail(role, { wanted, severity: 'low' }));
        }
      }
      if (!isOnEverything(statement, { ofOneType: true }) || statement.conditions.some(limitsResources)) return [];
      return actionsThat(placed, (action) => action.ask(exposes)).map((action) =>
        fail(action, { got: `${action} on every one`, wanted: 'the resource that is meant' }),
      );
    }),
});
