import { isEverybody } from '../../iam/everybody';
import { placedStatements } from '../../iam/placed-statements';
import { policiesIn, policyHolderTypes } from '../../iam/policy-places';
import type { PlacedPolicy } from '../../iam/policy-places';
import type { Statement } from '../../iam/statement';
import { all, some, truthOf } from '../../iam/truth';
import type { Truth } from '../../iam/truth';
import { isUnconditionalDenial } from '../../iam/unconditional-denial';
import { defineRule } from '../define-rule';
import type { Result } from '../results';
import { failIf } from '../statements';

export default defineRule({
  id: 'policy-allow-denied',
  severity: 'low',
  title: 'the policy denies without a condition what it allows',
  why:
    'Nothing of the permission is left, which is seen when the first request is refused; it is then mended in a hurry, usually by ' +
    'removing the denial that was meant to keep somebody out.',
  serviceDefault:
    'An explicit denial beats every permission (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html).',
  fix: 'give the denial the `Condition` that it was meant to have, or remove the statement that allows the same',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes: 'Only a permission of which nothing is left, by one denial of the same policy, is told of.',
  appliesTo: policyHolderTypes,
  check: (holder) => policiesIn(holder).flatMap(judge),
});

function judge({ document, kind }: PlacedPolicy): readonly Result[] {
  const { statements } = placedStatements(document);
  const denials = statements
    .map(({ statement }) => statement)
    .filter(isUnconditionalDenial)
    .filter(({ principal }) => kind === 'identity' || isEverybody(principal) === 'yes');
  if (denials.length === 0) return [];
  return statements
    .filter(({ statement }) => statement.effect === 'Allow')
    .map(({ statement, at }) => {
      const isDenied = some(
        denials.map((denial) => all([truthOf(denial.present === 'yes'), leavesNothingOf(denial, statement)])),
      );
      const got = 'a permission that another statement denies';
      return failIf(isDenied, at, { got, wanted: 'a `Condition` of the denial' });
    });
}

function leavesNothingOf(denial: Statement, allowed: Statement): Truth {
  const { actions, notActions, resources = [], notResources } = allowed;
  if (notActions ?? notResources) return 'no';
  const areKnown = [...actions, ...resources].every(({ known }) => known !== undefined);
  if (!areKnown || actions.length === 0) return 'no';
  return all([
    ...actions.map((action) => denial.matchesAction(action.toString())),
    ...resources.map((resource) => denial.matchesResource(resource.toString())),
  ]);
}
