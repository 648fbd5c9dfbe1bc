import type { Token } from '../term';
import { matches, patternOf } from '../wildcard-matching';
import type { PatternToken } from '../wildcard-matching';
import type { Operator } from './operator';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String */
export const stringOperators: readonly Operator[] = [
  stringOperator('StringEquals', { negated: false }),
  stringOperator('StringNotEquals', { negated: true }),
  stringOperator('StringEqualsIgnoreCase', { negated: false, ignoreCase: true }),
  stringOperator('StringNotEqualsIgnoreCase', { negated: true, ignoreCase: true }),
  stringOperator('StringLike', { negated: false, wildcards: true }),
  stringOperator('StringNotLike', { negated: true, wildcards: true }),
];

interface StringOperatorOptions {
  readonly negated: boolean;
  readonly ignoreCase?: boolean;
  readonly wildcards?: boolean;
}

function stringOperator(name: string, { negated, ignoreCase, wildcards = false }: StringOperatorOptions): Operator {
  const fold = ignoreCase ? lowerCase : <T>(tokens: T) => tokens;
  return {
    name,
    negated,
    compare: (wanted, got, variables) => {
      const pattern = patternOf(wanted, variables, wildcards);
      return matches(pattern && fold(pattern), fold(got));
    },
  };
}

function lowerCase<T extends PatternToken | Token>(tokens: readonly T[]): readonly T[] {
  return tokens.map((token) => (typeof token === 'string' && token.length === 1 ? (token.toLowerCase() as T) : token));
}
