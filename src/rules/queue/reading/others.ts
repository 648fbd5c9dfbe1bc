import { isHome, isHomeAccount } from '../../../iam/home-account';
import type { Statement } from '../../../iam/statement';
import type { Resource } from '../../../template';

/** Whether a statement is for somebody other than the account that the resource is in, as a whole. */
export function isForOthers({ principal, conditions }: Statement, resource: Resource): boolean {
  const isForHomeOnly = conditions.some(
    ({ operator, key, values }) =>
      /^StringEquals$/i.test(operator) &&
      /^aws:(PrincipalAccount|SourceAccount|SourceOwner)$/i.test(key) &&
      values.every((value) => isHomeAccount(value.toString(), resource)),
  );
  return !isForHomeOnly && (principal?.named ?? []).some(({ term }) => !isHome(term.toString(), resource));
}
