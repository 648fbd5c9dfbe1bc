import { Token } from 'aws-cdk-lib';
import { arnShape, startsWithResource } from './arn-shape';
import { isEverything } from './broad-resources';
import { narrowerGrant } from './refused-grants';
import { arnPatternsOf, expandActions, isWildcardOnly, resourceTypesFor } from '../facts/actions';
import { allButIdentities, isOnIdentitiesOnly } from '../facts/unlisted-resources';
import type { Refusals } from '../refusals/refusals';

/** What is read of a statement, of one of the CDK as well as of a written one. */
export interface StatementParts {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  readonly conditions: Readonly<Record<string, unknown>>;
}

/**
 * Refuses what a role of a function is not to be allowed: patterns of actions, and everything as the resource of an
 * action that AWS can limit to something.
 *
 * @param statement after narrowing, so what is left of a pattern is a person's
 */
export function refuseBroadStatement(statement: StatementParts, refusals: Refusals): void {
  if (statement.effect === 'Deny') return;

  refusals.addIf(
    statement.notActions.length > 0,
    `an allow of all actions but '${statement.notActions.join("', '")}'`,
    'list the actions that the code calls',
  );
  refusals.addIf(
    statement.notResources.length > 0 && !isOnIdentitiesOnly(statement.actions, statement.notResources.map(written)),
    'an allow on all resources but those of NotResource',
    'list the resources that the code works on',
  );

  for (const resource of statement.resources.filter(isNameGoingOn)) {
    refusals.add(
      `'${resource}' also names what begins so`,
      "write '/*', ':*' or '/index/*' for what is inside it, and the ARN alone for itself",
    );
  }

  for (const action of statement.actions.filter((each) => !Token.isUnresolved(each))) {
    if (/[*?]/.test(action)) {
      refusals.add(
        `'${action}' allows ${describeExpansion(action)}`,
        narrowerGrant(action) ?? 'write the exact actions that the code calls',
      );
    } else if (isWildcardOnly(action) === false) {
      const everything = statement.resources.find((resource) => isEverything(resource, action));
      const isLimited = !/^[*?]*$/.test(everything ?? '') && isLimitedByCondition(statement.conditions);
      refusals.addIf(
        everything !== undefined && !isLimited,
        `'${action}' on '${everything ?? ''}'`,
        `${orElse(narrowerGrant(action))}name what it works on, such as ${formats(action, everything ?? '')}${acrossRegions(action)}${forIdentities(action)}`,
      );
    }
  }
}

/** Whether a wildcard follows the name of a resource that is deployed; a key or a secret ends in what nobody chooses. */
function isNameGoingOn(resource: string): boolean {
  if (!/[*?]/.test(resource) || !startsWithResource(resource)) return false;
  return /^arn:[^:]*:(?!kms:|secretsmanager:).*\$\{Name\}[*?]/.test(arnShape(resource) ?? '');
}

function orElse(instead: string | undefined): string {
  return instead === undefined ? '' : `${instead}, or `;
}

/**
 * Grants of the CDK write everything for a key that is deployed elsewhere, so that nobody has written what is refused.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_kms.Key.html#grantwbrgrantee-actions
 */
function acrossRegions(action: string): string {
  if (!/^kms:(Decrypt|Encrypt|GenerateDataKey|ReEncrypt(From|To)|DescribeKey)$/.test(action)) return '';
  return "; a grant writes '*' where the key is in another region or account: use 'ScopedBucketGrants.fromBucket(…)' or its like, which name the key, or a statement with its 'keyArn'";
}

/** What AWS can limit no further, because what it works on has no ARN. */
function forIdentities(action: string): string {
  const others = allButIdentities(action);
  return others === undefined
    ? ''
    : `; for identities of Cognito, which have no ARN, leave out the others with 'notResources': ${others.map((arn) => `'${arn}'`).join(', ')}`;
}

function written(resource: string): string {
  return arnShape(resource) ?? resource;
}

/** By an alias or tag that the resource must have: what `Alias.fromAliasName` grants, for example. */
function isLimitedByCondition(conditions: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(conditions)
    .filter(([operator]) => /^(ForAnyValue:)?StringEquals$/.test(operator))
    .flatMap(([, keys]) => Object.keys(keys as object))
    .some((key) => /^kms:ResourceAliases$|^[\w-]+:ResourceTag\//i.test(key));
}

function describeExpansion(pattern: string): string {
  const actions = expandActions(pattern);
  if (actions.length === 0) return 'no action that is known';
  const shown = actions.slice(0, 3).map((action) => `'${action}'`);
  const count = actions.length > shown.length ? `, ${actions.length} actions in all` : '';
  return `${shown.join(', ')}${count}`;
}

/** Those that were meant first, where the resource says as much: `foundation-model/*`. */
function formats(action: string, resource: string): string {
  const meant = /^[*?]+$/.test(resource) ? [] : resourceTypesFor(action, resource).map(({ arn }) => arn);
  return (meant.length > 0 ? meant : arnPatternsOf(action))
    .slice(0, 2)
    .map((arn) => `'${arn}'`)
    .join(' or ');
}
