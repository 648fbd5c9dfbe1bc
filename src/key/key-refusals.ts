import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { isEveryKeyAction } from './key-actions';
import { expandActions } from '../facts/actions';
import { isOfOtherAccount } from '../resource-policy/other-account';
import { openings, servicesIn, statementsIn } from '../resource-policy/statement';
import type { Fault, WrittenStatement } from '../resource-policy/statement';

/** Whether a rendered key policy lets the account itself in, and nobody more than it needs. */
export function isSecureKeyPolicy(key: IConstruct, policy: unknown): boolean {
  const statements = statementsIn(policy);
  return (
    statements.some((statement) => isAccountAccess(key, statement)) &&
    statements.every((statement) => faultsOfKeyStatement(key, statement).length === 0)
  );
}

/** What takes a key away from its account: who may do it may let in, or lock out, everybody. */
const ownersOnly = ['kms:DeleteImportedKeyMaterial', 'kms:DisableKey', 'kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion'];

/** What is only refused at the line, where it is known whose account a principal belongs to. */
export function faultsOfOtherAccount(key: IConstruct, statement: iam.PolicyStatement): Fault[] {
  if (statement.effect !== iam.Effect.ALLOW) return [];
  const foreign = statement.principals.find((principal) => isOfOtherAccount(Stack.of(key), principal));
  if (!foreign) return [];
  return statement.actions
    .filter((action) => !isEveryKeyAction(action) && expandActions(action).some((exact) => ownersOnly.includes(exact)))
    .map((action) => [
      `action '${action}' lets account '${foreign.principalAccount}' take the key over`,
      'keep it to this account',
    ]);
}

/**
 * What the L2 writes where a bucket with a key is to take access logs, which S3 delivers to none of those.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export function isForAccessLogs(statement: WrittenStatement): boolean {
  return statement.Effect !== 'Deny' && servicesIn(statement.Principal).includes('logging.s3.amazonaws.com');
}

/** What a statement of a key policy must not say. */
export function faultsOfKeyStatement(key: IConstruct, statement: WrittenStatement): Fault[] {
  const faults = openings(statement);
  const every = [statement.Action].flat().find((action) => typeof action === 'string' && isEveryKeyAction(action));
  if (statement.Effect !== 'Deny' && every !== undefined && !isOwnAccount(key, statement.Principal)) {
    faults.push([
      `action '${String(every)}' for somebody other than this account`,
      "list what they need, such as 'kms:Decrypt'",
    ]);
  }
  return faults;
}

function isAccountAccess(key: IConstruct, { Effect, Action, Principal, Condition }: WrittenStatement): boolean {
  return Effect === 'Allow' && Action === 'kms:*' && isOwnAccount(key, Principal) && Condition === undefined;
}

function isOwnAccount(key: IConstruct, principal: unknown): boolean {
  const stack = Stack.of(key);
  const own = [
    new iam.AccountRootPrincipal().policyFragment.principalJson,
    { AWS: [`arn:${stack.partition}:iam::${stack.account}:root`] },
    { AWS: [stack.account] },
  ];
  const written = JSON.stringify(flat(principal));
  return own.some((candidate) => JSON.stringify(flat(stack.resolve(candidate))) === written);
}

function flat(principal: unknown): unknown {
  if (principal === null || typeof principal !== 'object') return principal;
  return Object.fromEntries(Object.entries(principal).map(([kind, names]) => [kind, [names].flat()]));
}
