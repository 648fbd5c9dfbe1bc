import { isPatternFor, isWholeService } from '../../iam/broad-patterns';
import { isHome } from '../../iam/home-account';
import type { Statement } from '../../iam/statement';
import type { Term } from '../../iam/term';
import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { isMetByTheOthers, judgeAllowed } from '../statements';

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html */
const limiting = [
  'kms:grantisforawsresource',
  'kms:granteeprincipal',
  'kms:grantoperations',
  'kms:grantconstrainttype',
  'kms:viaservice',
];

function canGrant(action: Term): boolean {
  return !isWholeService(action) && isPatternFor(action, 'kms:CreateGrant');
}

/** The account alone: its IAM policies decide who of it may, and are judged for themselves. */
function isLeftToPolicies({ principal }: Statement, key: Resource): boolean {
  const named = principal?.named ?? [];
  return named.length > 0 && named.every(({ term }) => isHome(term.toString(), key));
}

export default defineRule({
  id: 'kms-grants',
  severity: 'medium',
  title: 'somebody may hand the use of the key on to others',
  why:
    'A grant gives the use of the key to anybody, outlives the session of who made it, and stands in no policy. ' +
    '`kms:GrantIsForAWSResource` leaves it to services that need one for a resource.',
  serviceDefault:
    'Nothing but the policy decides who may use a key; without a policy the account, and so its IAM policies, do (https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html).',
  fix: "add `Bool: { kms:GrantIsForAWSResource: 'true' }`, or take `kms:CreateGrant` out",
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-266'] },
  notes:
    '`kms:*` is the question of `kms-wildcard-action`. What the account itself may do lets its IAM policies decide, and they are judged for themselves.',
  appliesTo: 'AWS::KMS::Key',
  check: (key) =>
    judgeAllowed(key.read('KeyPolicy'), ({ statement, at }) => {
      if (isLeftToPolicies(statement, key)) return [];
      const isLimited = statement.conditions.some(
        (condition) => limiting.includes(condition.key.toLowerCase()) && !isMetByTheOthers(condition),
      );
      return at
        .read('Action')
        .items.filter((_, index) => canGrant(statement.actions[index]) && !isLimited)
        .map((action) => fail(action, { wanted: 'the condition `kms:GrantIsForAWSResource`' }));
    }),
});
