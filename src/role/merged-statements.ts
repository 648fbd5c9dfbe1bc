import { type Stack, Token } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { conditionsKey, hasObjectToken, resourceKey, statementKey } from './statement-keys';
import { matchesWildcards } from '../facts/wildcards';

/** Characters of resources, as aws-cdk-lib limits a statement that it merges, and of an ARN that is not known yet. */
const mostInStatement = 2_000;
const estimatedArn = 100;

/** What statements have in common that can be one: the effect and the conditions. */
interface Bundle {
  readonly effect: Effect;
  readonly conditions: Record<string, unknown>;
  /** By what the resource is in the template; its text as it was given, and the actions on it. */
  readonly resources: Map<string, { readonly given: string; readonly actions: Set<string> }>;
}

/**
 * Statements that say the same with as little as possible, whatever order they came in: one for each set of resources
 * that the same actions are about, without what another resource of it covers.
 *
 * A statement with a sid is somebody's own, and stays; so does what names no actions or no resources, or lists that are
 * only known after deployment.
 */
export function mergedStatements(stack: Stack, statements: readonly PolicyStatement[]): PolicyStatement[] {
  const own = new Map(
    statements
      .filter((statement) => !canBeMerged(statement))
      .map((statement, index) => {
        const key = statementKey(stack, statement);
        return [hasObjectToken(statement.toStatementJson()) ? `${key} ${index}` : key, statement];
      }),
  );
  const bundles = new Map<string, Bundle>();
  for (const statement of statements.filter(canBeMerged)) put(stack, bundles, statement);

  const merged = [...bundles].sort(byKey).flatMap(([, bundle]) => statementsOf(bundle));
  return [...merged, ...[...own].sort(byKey).map(([, statement]) => statement)];
}

function canBeMerged(statement: PolicyStatement): boolean {
  const { actions, resources } = statement;
  return (
    !statement.sid &&
    !statement.hasPrincipal &&
    !hasObjectToken(statement.conditions) &&
    statement.notActions.length + statement.notResources.length === 0 &&
    [actions, resources].every((list) => list.length > 0 && !Token.isUnresolved(list)) &&
    !actions.some((action) => Token.isUnresolved(action))
  );
}

function put(stack: Stack, bundles: Map<string, Bundle>, statement: PolicyStatement): void {
  const { effect, actions, resources } = statement;
  const conditions = statement.conditions as Record<string, unknown>;
  const key = `${effect} ${conditionsKey(stack, conditions)}`;
  const bundle = bundles.get(key) ?? { effect, conditions, resources: new Map() };
  bundles.set(key, bundle);
  for (const given of resources) {
    const text = resourceKey(stack, given);
    const on = bundle.resources.get(text) ?? { given, actions: new Set() };
    bundle.resources.set(text, on);
    for (const action of actions) on.actions.add(action);
  }
}

function statementsOf({ effect, conditions, resources }: Bundle): PolicyStatement[] {
  const groups = new Map<string, { readonly actions: string[]; readonly resources: string[] }>();
  for (const [text, { given, actions }] of [...resources].sort(byKey)) {
    const needed = [...actions].filter((action) => !isCovered(resources, text, action)).sort();
    if (needed.length === 0) continue;
    const group = groups.get(needed.join()) ?? { actions: needed, resources: [] };
    groups.set(needed.join(), group);
    group.resources.push(given);
  }
  return [...groups.values()].flatMap((group) =>
    inChunks(group.resources).map((chunk) => new PolicyStatement({ effect, conditions, ...group, resources: chunk })),
  );
}

/** What aws-cdk-lib moves to another policy is a whole statement, which has to fit there. */
function inChunks(resources: readonly string[]): string[][] {
  const chunks: string[][] = [[]];
  let size = 0;
  for (const resource of resources) {
    size += Token.isUnresolved(resource) ? estimatedArn : resource.length;
    if (size > mostInStatement && chunks[chunks.length - 1].length > 0) {
      chunks.push([]);
      size = 0;
    }
    chunks[chunks.length - 1].push(resource);
  }
  return chunks;
}

/** Whether the same action is there on a pattern that the resource falls under; of two that are the same, one stays. */
function isCovered(resources: Bundle['resources'], text: string, action: string): boolean {
  return [...resources].some(
    ([pattern, { actions }]) =>
      pattern !== text && actions.has(action) && covers(pattern, text) && (!covers(text, pattern) || pattern < text),
  );
}

/** A `?` could be taken for one that covers a `*`, so that patterns with it only cover names. */
function covers(pattern: string, text: string): boolean {
  if (!/[*?]/.test(pattern) || (pattern.includes('?') && /[*?]/.test(text))) return false;
  return matchesWildcards(pattern, text);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
