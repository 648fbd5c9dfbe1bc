import { expandActions } from '../../../facts/actions';
import { actionTableSource } from '../../../facts/actions.generated';
import { longestAction, meantActions } from '../../../facts/meant-actions';
import { isUnlistedAction } from '../../../facts/unlisted-actions';
import { Term } from '../../../iam/term';
import type { Value } from '../../../template';
import type { Severity } from '../../define-rule';
import { fail, pass, unknown } from '../../results';
import type { Result } from '../../results';

/** Whether AWS has an action that a pattern stands for, or what somebody probably meant who wrote it. */
type Known = true | { readonly meant: readonly string[] };

/** A question for {@link Term.ask}; what is not all there yet, or no name of an action, is for others to judge. */
export function inReference(term: Term): Known {
  const { plain } = term;
  if (!plain?.includes(':')) return true;
  if (plain.length > longestAction) return { meant: [] };
  if (expandActions(plain).length > 0 || isUnlistedAction(plain)) return true;
  return { meant: meantActions(term.toString()) };
}

/** Judges one action that a policy names. */
export function judgeName(name: Value, severity: Severity): Result {
  const known = Term.of(name.resolved).ask(inReference);
  if (known === true) return pass();
  const { meant } = known;
  if (meant.length > 0) {
    const suggestions = meant.map((action) => `"${action}"`).join(' or ');
    return fail(name, { wanted: `an action of AWS; did you mean ${suggestions}?`, severity });
  }
  return unknown(name, `the reference of AWS of ${actionTableSource.readOn} has no such action`);
}
