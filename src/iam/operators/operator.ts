import { Unknown } from '../../template/resolved';
import type { Term, Token } from '../term';
import { truthOf } from '../truth';
import type { Truth } from '../truth';
import { hasPolicyVariable, patternOf } from '../wildcard-matching';
import type { PatternToken, Variables } from '../wildcard-matching';

/**
 * A condition operator: how one value of the policy is held against one value of the request.
 *
 * A negated operator (`StringNotEquals`) is its positive form, and holds where none of its values does.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export interface Operator {
  /** As a policy writes it. */
  readonly name: string;
  readonly negated: boolean;
  compare(wanted: Term, got: readonly Token[], variables: Variables): Truth;
}

/**
 * An operator that needs both values whole; with a value that is not known yet the answer is not known either. Policy
 * variables are for `Bool` only: with the others one is a text that no value is equal to. The first page says of each
 * operator whether it takes them, and of `Bool` that it does; the second, which is older, says that it does not.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-conditionelement
 */
export function onWholeValues(
  name: string,
  holds: (wanted: string, got: string) => boolean,
  options: { readonly negated?: boolean; readonly takesVariables?: boolean } = {},
): Operator {
  return {
    name,
    negated: options.negated ?? false,
    compare: (wanted, got, variables) => {
      if (!options.takesVariables && hasPolicyVariable(wanted.known ?? '')) return 'no';
      const pattern = options.takesVariables ? patternOf(wanted, variables, false) : wanted.tokens;
      if (!pattern) return 'no';
      const values = [pattern, got].map((tokens) => (tokens.some(isOpen) ? undefined : tokens.join('')));
      const [value, text] = values;
      return value === undefined || text === undefined ? 'unknown' : truthOf(holds(value, text));
    },
  };
}

/** A piece that is not known, or a symbol for what only the deployment decides. */
function isOpen(token: PatternToken): boolean {
  return token instanceof Unknown || (typeof token === 'string' && token.startsWith('${'));
}
