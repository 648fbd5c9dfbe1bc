import { identityPolicies } from '../iam/identity-policies';
import { placedStatements } from '../iam/placed-statements';
import type { PlacedStatement } from '../iam/placed-statements';
import type { Term } from '../iam/term';
import type { Truth } from '../iam/truth';
import type { Resource, Value } from '../template';
import { fail, pass, unknown } from './results';
import type { Result } from './results';

/** Judges every statement of a policy that allows something. */
export function judgeAllowed(
  document: Value,
  judge: (placed: PlacedStatement) => Result | readonly Result[],
): readonly Result[] {
  const { statements, because } = placedStatements(document);
  const results = statements.flatMap((placed) => {
    const { statement, at } = placed;
    if (statement.effect === 'Allow') return judge(placed);
    const effect = at.read('Effect');
    if (statement.effect === 'Deny' || !effect.isUnknown) return [];
    return [judge(placed)].flat().map((result) => (result.outcome === 'fail' ? unknown(effect) : result));
  });
  return because === undefined ? results : [...results, unknown(document, because)];
}

/** A finding where something holds, "cannot tell" where it may. */
export function failIf(truth: Truth, at: Value, report: { readonly wanted: string; readonly got?: string }): Result {
  if (truth === 'unknown') return unknown(at, reasonIn(at));
  return truth === 'yes' ? fail(at, report) : pass();
}

/** The first reason in a value, or beside it, for not knowing. */
function reasonIn(value: Value): string | undefined {
  if (value.because !== undefined) return value.because;
  const below = value.isList ? value.items : value.entries.map(([, entry]) => entry);
  for (const item of below) {
    const reason = reasonIn(item);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Judges every statement that allows something in the policies of a resource of `identityPolicyTypes`. */
export function judgeIdentityPolicies(
  holder: Resource,
  judge: (placed: PlacedStatement) => Result | readonly Result[],
): readonly Result[] {
  return identityPolicies(holder).flatMap((document) => judgeAllowed(document, judge));
}

/** The actions of a statement with their places, of which something holds. */
export function actionsThat({ statement, at }: PlacedStatement, holds: (action: Term) => boolean): readonly Value[] {
  return at.read('Action').items.filter((_, index) => holds(statement.actions[index]));
}
