import type { Condition } from '../iam/condition';
import { letsStrangersIn } from '../iam/everybody';
import { identityPolicies } from '../iam/identity-policies';
import { keepStrangersOut } from '../iam/limiting-conditions';
import { placedStatements } from '../iam/placed-statements';
import type { PlacedStatement } from '../iam/placed-statements';
import type { Term } from '../iam/term';
import { not } from '../iam/truth';
import type { Truth } from '../iam/truth';
import type { Resource, Value } from '../template';
import { demand, fail, pass, unknown } from './results';
import type { Result } from './results';

/** Judges every statement of a policy that allows something. */
export function judgeAllowed(
  document: Value,
  judge: (placed: PlacedStatement) => Result | readonly Result[],
): readonly Result[] {
  const { statements, because } = placedStatements(document);
  const results: Result[] = [];
  for (const placed of statements) {
    const { statement, at } = placed;
    if (statement.effect === 'Deny') continue;
    const effect = statement.effect === undefined ? at.read('Effect') : undefined;
    if (effect && !effect.isUnknown) continue;
    const judged = judge(placed);
    for (const result of 'outcome' in judged ? [judged] : judged) {
      results.push(effect && result.outcome === 'fail' ? unknown(effect) : result);
    }
  }
  if (because !== undefined) results.push(unknown(document, because));
  return results;
}

/** A finding where something holds, "cannot tell" where it may. */
export function failIf(truth: Truth, at: Value, report: { readonly wanted: string; readonly got?: string }): Result {
  if (truth === 'unknown') return unknown(at, reasonIn(at));
  return truth === 'yes' ? fail(at, report) : pass();
}

/** A finding where a statement lets strangers in: with everybody as principal, or with everybody but some. */
export function failForStrangers({ statement, at }: PlacedStatement, wanted: string): Result {
  return statement.notPrincipal
    ? failIf(not(keepStrangersOut(statement.conditions)), at.read('NotPrincipal'), { wanted })
    : failIf(letsStrangersIn(statement), at.read('Principal'), { wanted });
}

/** Whether a condition is met by those only who are not what it asks about: without MFA, without TLS. */
export function isMetByTheOthers({ operator, values }: Condition): boolean {
  return /^bool/i.test(operator) && values.some((value) => value.known?.toLowerCase() === 'false');
}

const negations = { NotAction: 'notActions', NotPrincipal: 'notPrincipal', NotResource: 'notResources' } as const;

/** A statement that allows something must say what, and not all but what. */
export function refuse(
  { statement, at }: PlacedStatement,
  element: keyof typeof negations,
  instead: string,
): Result | readonly Result[] {
  // The place of an element is worth asking for only where there is one.
  return statement[negations[element]] ? demand(at.read(element), (value) => value.isAbsent, instead) : pass();
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

const none: readonly Value[] = [];

/** The actions of a statement with their places, of which something holds. */
export function actionsThat({ statement, at }: PlacedStatement, holds: (action: Term) => boolean): readonly Value[] {
  // Most statements have none, and nobody has to know where.
  if (!statement.actions.some(holds)) return none;
  return at.read('Action').items.filter((_, index) => holds(statement.actions[index]));
}
