import type { Condition } from '../../iam/condition';
import { conditionOperator } from '../../iam/condition-operator';
import { placedStatements } from '../../iam/placed-statements';
import { policiesIn, policyHolderTypes } from '../../iam/policy-places';
import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { wantedInstead } from './reading/impossible-values';

function isNegated({ operator }: Condition): boolean {
  return conditionOperator(operator).comparison?.negated ?? false;
}

/** A private API is called from private addresses, and has policies that say so in many ways. */
function isPrivateApi(holder: Resource): boolean {
  if (!holder.is('AWS::ApiGateway::RestApi')) return false;
  const types = holder.read('EndpointConfiguration.Types').items;
  return types.some((type) => type.isUnknown || type.is('PRIVATE'));
}

export default defineRule({
  id: 'policy-condition-impossible',
  severity: 'medium',
  title: 'the condition compares with what the key never is',
  why:
    'A denial with such a condition denies nothing, or everybody where it is negated, and is then taken away in a hurry; a permission gives nothing, ' +
    'or gives it to all where it is negated. Whoever reads the policy takes it for a limit that it is not.',
  serviceDefault:
    'IAM takes any value for a key, and compares it with what the request has (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html).',
  fix: 'compare with what the key is: an account number, the id `o-…` of an organization or a path that begins with it, a public range; with wildcards use `StringLike` or `ArnLike`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes:
    'Low where a permission gives nothing. A list of which one value can be met passes, and so does what is known only after deployment. ' +
    'Access Analyzer finds the private ranges of `aws:SourceIp` as well.',
  appliesTo: policyHolderTypes,
  check: (holder) =>
    policiesIn(holder).flatMap(({ document }) =>
      placedStatements(document).statements.flatMap(({ statement: { effect, conditions }, at }) =>
        conditions.flatMap((condition) => {
          const wanted = effect && wantedInstead(condition);
          if (!wanted || (/^aws:sourceip$/i.test(condition.key) && isPrivateApi(holder))) return [];
          const value = at.read(['Condition', condition.operator, condition.key]);
          const isMild = effect === 'Allow' && !isNegated(condition);
          return [fail(value, { wanted, ...(isMild && { severity: 'low' as const }) })];
        }),
      ),
    ),
});
