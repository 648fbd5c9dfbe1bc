import { idsOf } from './path';
import { mayHaveRights, rightsOf } from './rights';
import type { Right } from './rights';
import { unreadIn } from './unread';
import { arnOf } from '../../../iam';
import type { Application, Resource } from '../../../template';
import { functionsWith, isExecutionRole } from '../../function/reading/execution-role';
import { unknown } from '../../results';
import type { Result } from '../../results';

/**
 * Judges what functions may do by their role: once for each place in its policies that allows some of the actions.
 */
export function judgeFunctionRole(
  role: Resource,
  app: Application,
  actions: readonly string[],
  judge: (right: Right, functions: string) => Result | readonly Result[],
): readonly Result[] {
  if (!mayHaveRights(role, app, actions) || !isExecutionRole(role, app)) return [];
  const rights = rightsOf(role, app, actions);
  if (rights.found.length === 0 && rights.unread.length === 0) return [];
  const functions = functionsWith(role, app);
  const name = functions.length > 0 ? idsOf(functions) : `whoever runs as ${role.logicalId}`;
  const results = rights.found.flatMap((right) => {
    const judged = [judge(right, name)].flat();
    return right.truth === 'yes' ? judged : judged.map((result) => orUnknown(result, right));
  });
  return [...results, ...unreadIn(rights)];
}

function orUnknown(result: Result, { at }: Right): Result {
  return result.outcome === 'fail' ? unknown(at, at.because ?? 'whether it is allowed is not known') : result;
}

/** The resources of a type that a right is about, those of the statement's patterns too. */
export function reachedBy(right: Right, candidates: readonly Resource[]): readonly Resource[] {
  const named = new Set(right.on.map(({ target }) => target));
  return candidates.filter(
    (candidate) => named.has(candidate) || right.statement.matchesResource(arnOf(candidate)) === 'yes',
  );
}
