import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { isEveryKeyAction } from './key-actions';
import type { Refusals } from '../refusals/refusals';

/** A statement as it stands in the template. */
interface Statement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Principal?: unknown;
  readonly NotPrincipal?: unknown;
  readonly Condition?: Record<string, Record<string, unknown>>;
}

/** Conditions that leave only known callers of what would be everybody. */
const limiting = [
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:sourceaccount',
  'aws:sourcearn',
  'kms:calleraccount',
];

/** What a statement of a key policy must not say. */
export function refuseStatement(refusals: Refusals, key: IConstruct, statement: Statement): void {
  for (const [got, instead] of faults(key, statement)) refusals.add(got, instead);
}

/** Whether a rendered key policy lets the account itself in, and nobody more than it needs. */
export function isSecureKeyPolicy(key: IConstruct, policy: unknown): boolean {
  const statements = (policy as { Statement?: unknown } | undefined)?.Statement;
  if (!Array.isArray(statements)) return false;
  return (
    statements.some((statement: Statement) => isAccountAccess(key, statement)) &&
    statements.every((statement: Statement) => faults(key, statement).length === 0)
  );
}

function isAccountAccess(key: IConstruct, { Effect, Action, Principal, Condition }: Statement): boolean {
  return Effect === 'Allow' && Action === 'kms:*' && isOwnAccount(key, Principal) && Condition === undefined;
}

function faults(key: IConstruct, statement: Statement): [got: string, instead: string][] {
  if (statement.Effect === 'Deny') return [];
  const found: [string, string][] = [];
  if (statement.NotPrincipal !== undefined) {
    found.push(["'notPrincipals' lets everybody else in", "list who may use the key in 'principals'"]);
  }
  if (statement.NotAction !== undefined) {
    found.push(["'notActions' allows every other action", "list what is allowed in 'actions'"]);
  }
  if (isAnybody(statement.Principal) && !isLimited(statement.Condition)) {
    found.push([
      "principal '*' lets every AWS account use the key",
      "name the principals, or add the condition 'kms:CallerAccount'",
    ]);
  }
  const every = [statement.Action].flat().find((action) => typeof action === 'string' && isEveryKeyAction(action));
  if (every !== undefined && !isOwnAccount(key, statement.Principal)) {
    found.push([
      `action '${String(every)}' for somebody other than this account`,
      "list what they need, such as 'kms:Decrypt'",
    ]);
  }
  return found;
}

function isAnybody(principal: unknown): boolean {
  if (principal === '*') return true;
  if (principal === null || typeof principal !== 'object') return false;
  return Object.values(principal).flat().includes('*');
}

function isLimited(conditions: Statement['Condition']): boolean {
  return Object.entries(conditions ?? {}).some(
    ([operator, names]) =>
      /^(String|Arn)(Equals|EqualsIgnoreCase|Like)$/.test(operator) &&
      Object.entries(names).some(
        ([name, value]) => limiting.includes(name.toLowerCase()) && ![value].flat().includes('*'),
      ),
  );
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
