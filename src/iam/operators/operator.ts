import { Unknown } from '../../template/resolved';
import type { Term, Token } from '../term';
import { truthOf } from '../truth';
import type { Truth } from '../truth';
import type { Variables } from '../wildcard-matching';

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

/** An operator that needs both values whole; with a value that is not known yet the answer is not known either. */
export function onWholeValues(
  name: string,
  holds: (wanted: string, got: string) => boolean,
  options: { readonly negated?: boolean } = {},
): Operator {
  return {
    name,
    negated: options.negated ?? false,
    compare: (wanted, got) => {
      if (wanted.known === undefined || got.some((token) => token instanceof Unknown)) return 'unknown';
      const text = got.join('');
      return [wanted.known, text].some((value) => value.includes('${'))
        ? 'unknown'
        : truthOf(holds(wanted.known, text));
    },
  };
}
