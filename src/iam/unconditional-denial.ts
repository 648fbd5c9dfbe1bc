import type { Statement } from './statement';

/**
 * Whether a statement denies whatever it names at all times. A condition key with an empty list of values is no condition.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-array-condition
 */
export function isUnconditionalDenial({ effect, conditions }: Statement): boolean {
  return effect === 'Deny' && conditions.every(({ values }) => values.length === 0);
}
