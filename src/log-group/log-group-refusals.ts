import type { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { isOfOtherAccount } from '../resource-policy/other-account';
import { openings } from '../resource-policy/statement';
import type { Fault } from '../resource-policy/statement';

/** What a resource policy of a log group must not say. */
export function faultsOfLogStatement(stack: Stack, statement: iam.PolicyStatement): Fault[] {
  if (statement.effect !== iam.Effect.ALLOW) return [];
  const faults = openings(stack.resolve(statement.toStatementJson()));
  for (const action of statement.actions.filter((a) => /^(\*|logs:\*)$/.test(a))) {
    faults.push([`action '${action}' lets them delete the logs`, "list what they need, such as 'logs:PutLogEvents'"]);
  }
  for (const { principalAccount } of statement.principals.filter((principal) => isOfOtherAccount(stack, principal))) {
    faults.push([
      `principal of account '${principalAccount}' could reach the logs themselves`,
      "send that account copies with 'addSubscriptionFilter'",
    ]);
  }
  return faults;
}
