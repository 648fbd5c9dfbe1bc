import { keepStrangersOut } from './limiting-conditions';
import type { PrincipalElement } from './principal-element';
import type { Statement } from './statement';
import type { Term } from './term';
import { all, not, some, truthOf } from './truth';
import type { Truth } from './truth';
import { Unknown } from '../template/resolved';

/**
 * Whether a principal is everybody: `"*"`, `{ "AWS": "*" }`, or the account part of an ARN left open.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous
 */
export function isEverybody(principal: PrincipalElement | undefined): Truth {
  return some((principal?.named ?? []).map(({ term }) => isAnybody(term)));
}

/** Whether a statement lets strangers in: its principal is everybody, and no condition leaves only known callers. */
export function letsStrangersIn(statement: Statement): Truth {
  const everybody = isEverybody(statement.principal);
  return everybody === 'no' ? 'no' : all([everybody, not(keepStrangersOut(statement.conditions))]);
}

const everybody = ['*', 'arn:aws:iam::*:root'];

function isAnybody(term: Term): Truth {
  const text = term.toString();
  if (term.known !== undefined) return truthOf(/^\*+$/.test(text) || /^arn:[^:]*:(iam|sts)::\*+(:|$)/.test(text));
  const said = term.parts.filter((part) => typeof part === 'string').join('');
  const [part] = term.parts;
  if (part instanceof Unknown && term.parts.length === 1 && !everybody.some((one) => part.couldBe(one))) return 'no';
  return /^\**$/.test(said) ? 'unknown' : 'no';
}
