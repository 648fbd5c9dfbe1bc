import type { Statement } from './statement';

/**
 * Whether a statement denies whatever it names at all times. A condition key with an empty list of values is no condition.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-array-condition
 */
export function isUnconditionalDenial({ effect, conditions }: Statement): boolean {
  return effect === 'Deny' && conditions.every(({ values }) => values.length === 0);
}

/** What is so for every person and role, whatever they ask for and however they ask themselves. */
const soForIdentities: Readonly<Record<string, string>> = {
  'aws:principalisawsservice': 'false',
  'aws:securetransport': 'true',
};

/**
 * Whether a statement denies whatever it names to every person and role at all times, though perhaps not to AWS services.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalisawsservice
 */
export function isDenialOfEveryIdentity({ effect, conditions }: Statement): boolean {
  return (
    effect === 'Deny' &&
    conditions.every(
      ({ operator, key, values }) =>
        values.length === 0 ||
        (/^bool(ifexists)?$/i.test(operator) &&
          values.some(({ known }) => known !== undefined && known === soForIdentities[key.toLowerCase()])),
    )
  );
}
