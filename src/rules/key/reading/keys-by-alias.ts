import type { Condition } from '../../../iam/condition';
import { isFixed, isPositive } from '../../../iam/limiting-conditions';
import { accountOfArn } from '../../../iam/principal';
import type { Statement } from '../../../iam/statement';
import type { Term } from '../../../iam/term';

/**
 * Whether a statement names keys by an alias: among those of one account it stands for one key in each Region, and who may
 * not change aliases does not change which.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 */
export function namesKeysByAlias({ conditions, resources = [] }: Statement): boolean {
  return conditions.some(namesAlias) && resources.every(isOfOneAccount);
}

function namesAlias({ operator, key, values }: Condition): boolean {
  const isName = key.toLowerCase() === 'kms:resourcealiases' && isPositive(operator);
  return isName && values.every((value) => isFixed(value) === 'yes');
}

function isOfOneAccount(resource: Term): boolean {
  const account = accountOfArn(resource.toString());
  return account !== undefined && !/[*?]/.test(account);
}
