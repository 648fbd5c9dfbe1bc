import { Stack, type RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { IConstruct } from 'constructs';
import { isSomebody } from './named-principals';
import { maximumRotationDays, ownersOnly } from './secret-defaults';
import { literalsIn } from './secret-literals';
import { refuseRemoval } from '../enforced/retained';
import { expandActions } from '../facts/actions';
import { aliasOf, isAliasOfAws } from '../key/key-alias';
import type { Refusals } from '../refusals/refusals';
import { isOfOtherAccount } from '../resource-policy/other-account';
import { isConfusable, openings } from '../resource-policy/statement';
import type { Fault, WrittenStatement } from '../resource-policy/statement';

const generate =
  "leave it out, Secrets Manager generates a value; or refer to what another resource gives out, such as 'SecretValue.resourceAttribute'";

/** Refuses what a secret is asked for and must not be. */
export function refuseProps(refusals: Refusals, scope: IConstruct, props: secretsmanager.SecretProps): void {
  const stack = Stack.of(scope);
  for (const [name, written] of Object.entries(writtenValues(props))) {
    for (const what of literalsIn(stack.resolve(written))) {
      refusals.add(`${what} of '${name}' is written out, and so stands in the template`, generate);
    }
  }
  for (const what of literalsIn(stack.resolve(props.generateSecretString?.secretStringTemplate), 'template')) {
    refusals.add(
      `'secretStringTemplate' holds ${what}`,
      "leave what is secret to 'generateStringKey', and put the rest in after the deployment",
    );
  }
  for (const what of literalsIn(stack.resolve(props.description), 'description')) {
    refusals.add(`'description' holds ${what}`, 'say what the secret is for');
  }
  refuseKey(refusals, scope, props.encryptionKey);
  for (const { region, encryptionKey } of props.replicaRegions ?? []) {
    refuseReplica(refusals, scope, region, encryptionKey);
  }
  refuseSecretRemoval(refusals, scope, props.removalPolicy);
}

/** As the L2 puts them into the template; with the same text for what is filled in later. */
function writtenValues(props: secretsmanager.SecretProps): Record<string, unknown> {
  const { secretStringValue, secretObjectValue, secretStringBeta1 } = props;
  const fields = Object.entries(secretObjectValue ?? {}).map(([key, value]) => [key, value.unsafeUnwrap()]);
  return {
    secretStringValue: secretStringValue?.unsafeUnwrap(),
    secretStringBeta1: secretStringBeta1?.secretValue(),
    secretObjectValue: secretObjectValue && JSON.stringify(Object.fromEntries(fields)),
  };
}

/** Where the key is only known as an alias, grants to use it have no effect. */
function refuseKey(refusals: Refusals, scope: IConstruct, key: kms.IKey | undefined): void {
  const alias = aliasOf(scope, key);
  refusals.addIf(
    alias !== undefined,
    isAliasOfAws(alias)
      ? `'encryptionKey' is '${alias!}', which decrypts for everybody of the account who may read the secret`
      : `'encryptionKey' is the alias '${alias ?? ''}', on which AWS grants nothing`,
    "pass the key itself, such as 'kms.Key.fromKeyArn', or leave it out for the key that the stack shares",
  );
}

/** Secrets Manager would take the key that it has in that region for all of the account. */
export function refuseReplica(
  refusals: Refusals,
  scope: IConstruct,
  region: string,
  key: kms.IKeyRef | undefined,
): void {
  refusals.addIf(
    key === undefined || isAliasOfAws(aliasOf(scope, key)),
    `the replica in '${region}' is encrypted with the key that AWS manages`,
    "pass the 'encryptionKey' of that region, such as a replica of a multi-region key by 'kms.Key.fromKeyArn'",
  );
}

/** Refuses to name somebody who could be anybody. */
export function refuseOperator(refusals: Refusals, scope: IConstruct, operator: iam.IPrincipal): void {
  const stack = Stack.of(scope);
  const isWhole = isWholeAccount(stack, stack.resolve(operator.policyFragment.principalJson));
  refusals.addIf(
    isWhole || !isSomebody(operator),
    `'${String(operator)}' in 'operators' ${isWhole ? 'names everybody in this account' : 'names nobody'}`,
    'name the roles',
  );
}

export function refuseSecretRemoval(refusals: Refusals, scope: IConstruct, policy: RemovalPolicy | undefined): void {
  refuseRemoval(refusals, scope, policy, 'deletes the secret with the stack');
}

/** Refuses a schedule that keeps a value for longer than a value may be kept. */
export function refuseSchedule(refusals: Refusals, options: secretsmanager.RotationScheduleOptions): void {
  const { automaticallyAfter } = options;
  if (automaticallyAfter === undefined || automaticallyAfter.isUnresolved()) return;
  const days = automaticallyAfter.toDays({ integral: false });
  refusals.addIf(
    days === 0 || days > maximumRotationDays,
    days === 0 ? "'automaticallyAfter' of 0 days rotates never" : `'automaticallyAfter' of ${days} days`,
    `write ${maximumRotationDays} days or fewer`,
  );
}

/** What a statement of the policy of a secret must not say. */
export function faultsOfSecretStatement(secret: IConstruct, statement: WrittenStatement): Fault[] {
  const faults = openings(statement);
  if (statement.Effect === 'Deny') return faults;
  for (const action of actionsOf(statement).filter((one) => /^(\*|secretsmanager:\*)$/.test(one))) {
    faults.push([
      `action '${action}' allows to change who gets in`,
      "list what is needed, such as 'secretsmanager:GetSecretValue'",
    ]);
  }
  if (isConfusable(statement)) {
    faults.push([
      `${JSON.stringify(statement.Principal)} without a condition could be made to act for another account`,
      "add the condition 'aws:SourceAccount'",
    ]);
  }
  if (isWholeAccount(Stack.of(secret), statement.Principal)) {
    faults.push([
      'the account of the secret as the principal names everybody in it',
      "name the roles, with 'grantRead' or 'grantWrite'",
    ]);
  }
  return faults;
}

/** What is only refused at the line, where it is known whose account a principal belongs to. */
export function faultsOfOtherAccount(secret: IConstruct, statement: iam.PolicyStatement): Fault[] {
  if (statement.effect !== iam.Effect.ALLOW) return [];
  const foreign = statement.principals.find((principal) => isOfOtherAccount(Stack.of(secret), principal));
  if (!foreign) return [];
  return statement.actions
    .filter((action) => expandActions(action).some((exact) => ownersOnly.includes(exact)))
    .map((action) => [
      `action '${action}' lets account '${foreign.principalAccount}' take the secret over`,
      'keep it to this account',
    ]);
}

function isWholeAccount(stack: Stack, principal: unknown): boolean {
  const { account, partition } = stack;
  const whole = [`arn:${partition}:iam::${account}:root`, account].map((one) => JSON.stringify(stack.resolve(one)));
  const named =
    principal === null || typeof principal !== 'object' ? [] : (principal as { readonly AWS?: unknown }).AWS;
  return [named ?? []].flat().some((one) => whole.includes(JSON.stringify(one)));
}

function actionsOf({ Action }: WrittenStatement): string[] {
  return [Action].flat().filter((action) => typeof action === 'string') as string[];
}
