import { judgeFunctionRole } from './function-role';
import { functionsReached } from './functions-reached';
import { named, pathOf } from './path';
import type { Application, Resource } from '../../../template';
import { fail } from '../../results';
import type { Result } from '../../results';

/**
 * Actions that put code into a function: as its code, or as a layer, an extension or a variable such as `NODE_OPTIONS`.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
 */
export const codeActions: readonly string[] = ['lambda:UpdateFunctionCode', 'lambda:UpdateFunctionConfiguration'];

/**
 * Judges a role by the functions of others into which it may put code: tells of the first with which something is gained.
 *
 * @param gain what whoever has the function has
 */
export function judgeTakeover(
  role: Resource,
  app: Application,
  gain: (victim: Resource) => string | undefined,
): readonly Result[] {
  return judgeFunctionRole(role, app, codeActions, (right, functions) => {
    for (const victim of functionsReached(right, app)) {
      const gained = victim.read('Role').target === role ? undefined : gain(victim);
      if (gained === undefined) continue;
      const got = pathOf(functions, named(right), victim, gained);
      return fail(right.at, { got, wanted: 'nothing that changes the code of other functions' });
    }
    return [];
  });
}
