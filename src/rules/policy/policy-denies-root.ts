import { isEverybody } from '../../iam/everybody';
import { isWholeAccount } from '../../iam/home-account';
import { placedStatements } from '../../iam/placed-statements';
import { policiesIn } from '../../iam/policy-places';
import type { Statement } from '../../iam/statement';
import { all, truthOf } from '../../iam/truth';
import { defineRule } from '../define-rule';
import { failIf } from '../statements';
import { separatePolicies } from './reading/separate-policies';

export default defineRule({
  id: 'policy-denies-root',
  severity: 'low',
  strict: true,
  title: 'the denial to whoever is not named hits the root user',
  why: 'When the named roles are gone, made anew with another id or locked by an intruder, nobody is left who gets in at once. What was meant to keep strangers out keeps the owner out while it is needed most.',
  serviceDefault:
    'A denial in the policy of a resource holds for the root user of its account as well (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html), which is why AWS names the account beside the role (https://aws.amazon.com/blogs/security/how-to-restrict-amazon-s3-bucket-access-to-a-specific-iam-role/).',
  fix: 'name the account too: `arn:${AWS::Partition}:iam::${AWS::AccountId}:root` for `aws:PrincipalArn`, its number for `aws:userId`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes: 'Strict, because the root user may change the policy of some services although it is denied the rest.',
  appliesTo: separatePolicies,
  check: (holder) =>
    policiesIn(holder).flatMap(({ document }) =>
      placedStatements(document).statements.map(({ statement, at }) =>
        failIf(all([truthOf(leavesOutNamedOnly(statement)), isEverybody(statement.principal)]), at, {
          got: 'a denial that does not leave out the root user',
          wanted: 'the account among those that are left out',
        }),
      ),
    ),
});

function leavesOutNamedOnly({ effect, conditions }: Statement): boolean {
  return (
    effect === 'Deny' &&
    conditions.some(
      ({ operator, key, values }) =>
        /^aws:(principalarn|userid)$/i.test(key) &&
        /^(string|arn)not(equals|like)/i.test(operator) &&
        !values.some((value) => value.known === '*' || isWholeAccount(value.toString())),
    )
  );
}
