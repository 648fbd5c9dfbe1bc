import { onWholeValues } from './operator';
import type { Operator } from './operator';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date */
export const dateOperators: readonly Operator[] = [
  date('DateEquals', (wanted, got) => got === wanted),
  date('DateNotEquals', (wanted, got) => got === wanted, true),
  date('DateLessThan', (wanted, got) => got < wanted),
  date('DateLessThanEquals', (wanted, got) => got <= wanted),
  date('DateGreaterThan', (wanted, got) => got > wanted),
  date('DateGreaterThanEquals', (wanted, got) => got >= wanted),
];

function date(name: string, holds: (wanted: number, got: number) => boolean, negated = false): Operator {
  return onWholeValues(name, (wanted, got) => holds(instant(wanted), instant(got)), { negated });
}

/** ISO 8601, in UTC where no time zone is named, or seconds since 1970. */
function instant(text: string): number {
  if (/^\d{5,}$/.test(text)) return Number(text) * 1000;
  if (!/^\d{4}(-\d\d(-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?)?)?$/.test(text)) return NaN;
  return Date.parse(/T[\d:.]+$/.test(text) ? `${text}Z` : text);
}
