import type { Stack } from 'aws-cdk-lib';
import { Token, TokenComparison } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Refusals } from '../refusals/refusals';

/** What a resource policy of a log group must not say. */
export function refuseLogStatement(refusals: Refusals, stack: Stack, statement: iam.PolicyStatement): void {
  if (statement.effect !== iam.Effect.ALLOW) return;
  refusals.addIf(
    statement.notPrincipals.length > 0,
    "'notPrincipals' lets everybody else in",
    "list who may do it in 'principals'",
  );
  refusals.addIf(
    statement.notActions.length > 0,
    "'notActions' allows every other action",
    "list what is allowed in 'actions', such as 'logs:PutLogEvents'",
  );
  for (const action of statement.actions.filter((a) => /^(\*|logs:\*)$/.test(a))) {
    refusals.add(`action '${action}' lets them delete the logs`, "list what they need, such as 'logs:PutLogEvents'");
  }
  for (const principal of statement.principals) {
    refusals.addIf(
      isAnybody(principal),
      "principal '*' lets every AWS account in",
      "name the service, as 'new iam.ServicePrincipal(…)'",
    );
    refusals.addIf(
      isOtherAccount(stack, principal),
      `principal of account '${principal.principalAccount}' could reach the logs themselves`,
      "send that account copies with 'addSubscriptionFilter'",
    );
  }
}

function isAnybody(principal: iam.IPrincipal): boolean {
  return Object.values(principal.policyFragment.principalJson).flat().includes('*');
}

function isOtherAccount(stack: Stack, { principalAccount }: iam.IPrincipal): boolean {
  return (
    principalAccount !== undefined &&
    !Token.isUnresolved(principalAccount) &&
    Token.compareStrings(stack.account, principalAccount) !== TokenComparison.SAME
  );
}
