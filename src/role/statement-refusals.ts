import { Token } from 'aws-cdk-lib';
import { arnPatternsOf, expandActions, isWildcardOnly } from '../facts/actions';
import type { Refusals } from '../refusals/refusals';

/** What is read of a statement, of one of the CDK as well as of a written one. */
export interface StatementParts {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
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
    statement.notResources.length > 0,
    'an allow on all resources but those of NotResource',
    'list the resources that the code works on',
  );

  for (const action of statement.actions.filter((each) => !Token.isUnresolved(each))) {
    if (/[*?]/.test(action)) {
      refusals.add(`'${action}' allows ${describeExpansion(action)}`, 'write the exact actions that the code calls');
    } else if (statement.resources.some(isEverything) && isWildcardOnly(action) === false) {
      refusals.add(
        `'${action}' on '${statement.resources.find(isEverything)}'`,
        `name what it works on, such as ${formats(action)}`,
      );
    }
  }
}

/** `*`, and the ARNs that stand for all that a service has: `arn:aws:s3:::*`. */
function isEverything(resource: string): boolean {
  if (Token.isUnresolved(resource)) return false;
  return (
    /^[*?]+$/.test(resource) || /^arn:[^:]*:[^:]*:[^:]*:[^:]*:\*(\/\*)?$/.test(resource) || /^arn:\*/.test(resource)
  );
}

function describeExpansion(pattern: string): string {
  const actions = expandActions(pattern);
  if (actions.length === 0) return 'no action that is known';
  const shown = actions.slice(0, 3).map((action) => `'${action}'`);
  const count = actions.length > shown.length ? `, ${actions.length} actions in all` : '';
  return `${shown.join(', ')}${count}`;
}

function formats(action: string): string {
  return arnPatternsOf(action)
    .slice(0, 2)
    .map((arn) => `'${arn}'`)
    .join(' or ');
}
