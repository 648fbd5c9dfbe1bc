import { onWholeValues } from './operator';
import type { Operator } from './operator';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean */
export const boolOperators: readonly Operator[] = [
  onWholeValues('Bool', (wanted, got) => isBoolean(wanted) && wanted.toLowerCase() === got.toLowerCase(), {
    takesVariables: true,
  }),
];

function isBoolean(text: string): boolean {
  return /^(true|false)$/i.test(text);
}
