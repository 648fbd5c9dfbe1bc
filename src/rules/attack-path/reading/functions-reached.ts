import type { Right } from './rights';
import { arnOf } from '../../../iam';
import { isOnEverything } from '../../../iam/broad-patterns';
import type { Application, Resource } from '../../../template';
import { onceForApplication } from '../../../template/once';
import { arnPieces } from '../../function/reading/arn-pieces';

/** The functions that a right is about, one by one: who needs only a few does not look at all of them. */
export function* functionsReached(right: Right, app: Application): Generator<Resource> {
  const { statement } = right;
  const index = onceForApplication(app, functionsByName);
  if (isOnEverything(statement, { ofOneType: true }) || statement.notResources) {
    for (const fn of app.ofType('AWS::Lambda::Function')) {
      if (!statement.notResources || statement.matchesResource(arnOf(fn)) === 'yes') yield fn;
    }
    return;
  }
  const seen = new Set<Resource>();
  for (const term of statement.resources ?? []) {
    for (const fn of functionsLike(nameIn(term.toString()), index)) {
      if (seen.has(fn) || !fn.exists || statement.matchesResource(arnOf(fn)) === 'no') continue;
      seen.add(fn);
      yield fn;
    }
  }
}

/** Those of that name, or whose name begins as the pattern does. */
function* functionsLike(name: string, index: ReadonlyMap<string, readonly Resource[]>): Generator<Resource> {
  const wildcard = name.search(/[*?]/);
  if (wildcard < 0) return yield* index.get(name) ?? [];
  for (const [other, functions] of index) if (other.startsWith(name.slice(0, wildcard))) yield* functions;
}

/** What stands behind `function:`, without version or alias. */
function nameIn(arn: string): string {
  return arnPieces(arn)[6] ?? arn;
}

function functionsByName(app: Application): ReadonlyMap<string, readonly Resource[]> {
  const byName = new Map<string, Resource[]>();
  app.resolution.outsideOfWorlds(() => {
    for (const fn of app.declared('AWS::Lambda::Function')) {
      const name = nameIn(arnOf(fn));
      byName.set(name, [...(byName.get(name) ?? []), fn]);
    }
  });
  return byName;
}
