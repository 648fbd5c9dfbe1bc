import { accountOfArn } from './principal';
import type { Resource } from '../template/resource';

/** The account that a principal of a policy is, or belongs to: of an ARN, or the number alone. */
export function accountNamed(principal: string): string | undefined {
  return /^(\d{12}|\$\{AWS::AccountId\})$/.test(principal) ? principal : accountOfArn(principal);
}

/** Whether a principal stands for a whole account: its number, or the ARN of its root. */
export function isWholeAccount(principal: string): boolean {
  const account = accountNamed(principal);
  return account !== undefined && (principal === account || principal.endsWith(':root'));
}

/**
 * Whether an account is the one that the resource is deployed to.
 *
 * A number is that of another account unless the stack is known to be deployed there.
 */
export function isHomeAccount(account: string, resource: Resource): boolean {
  return account === '${AWS::AccountId}' || account === resource.template.stack.environment?.split('/')[0];
}

/** Whether a principal is, as a whole, the account that the resource is deployed to. */
export function isHome(principal: string, resource: Resource): boolean {
  return isWholeAccount(principal) && isHomeAccount(accountNamed(principal)!, resource);
}
