import { placedStatements } from '../../iam/placed-statements';
import { policiesIn, policyHolderTypes } from '../../iam/policy-places';
import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail } from '../results';

export default defineRule({
  id: 'policy-condition-empty',
  severity: 'medium',
  title: 'the condition names nothing that is compared',
  why:
    'A permission with an empty condition holds for everybody it names, at all times; a denial with one hits those too who were to be ' +
    'left alone, and is then taken away in a hurry. Whoever reads the policy sees a condition and takes it for a limit.',
  serviceDefault:
    'IAM takes the policy, and no key is compared; Access Analyzer points out a condition without keys or values ' +
    '(https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-array-condition).',
  fix: 'name the key and its values, or take the `Condition` away',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  appliesTo: policyHolderTypes,
  check: (holder) =>
    policiesIn(holder).flatMap(({ document }) =>
      placedStatements(document)
        .statements.filter(({ statement }) => statement.effect !== undefined)
        .flatMap(({ at }) => emptyIn(at.read('Condition'))),
    ),
});

function emptyIn(condition: Value): ReturnType<typeof fail>[] {
  if (!condition.isObject) return [];
  const operators = condition.entries.map(([, keys]) => keys);
  const values = operators.flatMap((keys) => (keys.isObject ? keys.entries.map(([, value]) => value) : []));
  return [
    ...(operators.length === 0 ? [condition] : []),
    ...operators.filter((keys) => keys.isObject && keys.entries.length === 0),
    ...values.filter((value) => value.isList && value.items.length === 0),
  ].map((at) => fail(at, { wanted: 'a key with its values' }));
}
