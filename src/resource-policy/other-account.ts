import type { Stack } from 'aws-cdk-lib';
import { Token, TokenComparison } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';

/** Whether a principal is known to belong to an account that is not the stack's. */
export function isOfOtherAccount(stack: Stack, { principalAccount }: iam.IPrincipal): boolean {
  return (
    principalAccount !== undefined &&
    !Token.isUnresolved(principalAccount) &&
    Token.compareStrings(stack.account, principalAccount) !== TokenComparison.SAME
  );
}
