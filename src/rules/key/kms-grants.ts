import { isPatternFor, isWholeService } from '../../iam/broad-patterns';
import type { Term } from '../../iam/term';
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
    '`kms:*` is the question of `kms-wildcard-action`, and for the account itself the usual way to let IAM policies decide.',
  appliesTo: 'AWS::KMS::Key',
  check: (key) =>
    judgeAllowed(key.read('KeyPolicy'), ({ statement, at }) => {
      const isLimited = statement.conditions.some(
        (condition) => limiting.includes(condition.key.toLowerCase()) && !isMetByTheOthers(condition),
      );
      return at
        .read('Action')
        .items.filter((_, index) => canGrant(statement.actions[index]) && !isLimited)
        .map((action) => fail(action, { wanted: 'the condition `kms:GrantIsForAWSResource`' }));
    }),
});
