import type { PolicyKind } from '../../../iam/policy-places';
import type { Statement } from '../../../iam/statement';
import type { Term } from '../../../iam/term';
import type { Value } from '../../../template';

/** What each statement needs, of which one, by the kind of policy. */
export const neededElements: Readonly<Record<PolicyKind, readonly (readonly string[])[]>> = {
  identity: [['Effect'], ['Action', 'NotAction'], ['Resource', 'NotResource']],
  trust: [['Effect'], ['Action', 'NotAction'], ['Principal', 'NotPrincipal']],
  resource: [['Effect'], ['Action', 'NotAction'], ['Principal', 'NotPrincipal'], ['Resource', 'NotResource']],
};

/** Whether all that a statement needs is there, and known: what most statements are is told without looking at each element. */
export function isComplete(statement: Statement, kind: PolicyKind): boolean {
  const { effect, actions, notActions, principal, notPrincipal, resources, notResources } = statement;
  const named = (principal ?? notPrincipal)?.named.map(({ term }) => term);
  return (
    effect !== undefined &&
    areThere(notActions ?? actions) &&
    !(notActions ?? actions).some(({ known = '' }) => isWithoutService(known)) &&
    (kind === 'identity' || areThere(named)) &&
    (kind === 'trust' || areThere(resources ?? notResources))
  );
}

function areThere(terms: readonly Term[] | undefined): boolean {
  return terms !== undefined && terms.length > 0 && terms.every(({ known }) => known !== undefined && known !== '');
}

/** Whether nothing is named, in whatever form. */
export function isEmpty(value: Value): boolean {
  if (value.isAbsent) return true;
  return (
    (value.isList && value.items.length === 0) || (value.isObject && value.entries.every(([, entry]) => entry.isAbsent))
  );
}

/** Whether it is an `Effect`, and neither of the two that there are. */
export function isNoEffect(value: Value): boolean {
  return value.path.at(-1) === 'Effect' && value.isKnown && !value.is('Allow', 'Deny');
}

/** The actions among elements of a statement. */
export function actionsIn(elements: readonly Value[]): readonly Value[] {
  return elements.filter(({ path }) => /^(Not)?Action$/.test(path.at(-1)!)).flatMap(({ items }) => items);
}

/** Whether it is an action that does not say of which service it is: `GetObject`, or `s3.GetObject`. */
export function isOfNoService(value: Value): boolean {
  return value.isKnown && typeof value.scalar === 'string' && isWithoutService(value.scalar);
}

function isWithoutService(action: string): boolean {
  return !action.includes(':') && !/^\**$/.test(action) && !action.includes('${');
}
