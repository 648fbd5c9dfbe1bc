import { onWholeValues } from './operator';
import type { Operator } from './operator';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric */
export const numericOperators: readonly Operator[] = [
  numeric('NumericEquals', (wanted, got) => got === wanted),
  numeric('NumericNotEquals', (wanted, got) => got === wanted, true),
  numeric('NumericLessThan', (wanted, got) => got < wanted),
  numeric('NumericLessThanEquals', (wanted, got) => got <= wanted),
  numeric('NumericGreaterThan', (wanted, got) => got > wanted),
  numeric('NumericGreaterThanEquals', (wanted, got) => got >= wanted),
];

function numeric(name: string, holds: (wanted: number, got: number) => boolean, negated = false): Operator {
  return onWholeValues(name, (wanted, got) => holds(numberOf(wanted), numberOf(got)), { negated });
}

/** An integer or a decimal; not a number compares as false with everything, as IAM does. */
function numberOf(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}
