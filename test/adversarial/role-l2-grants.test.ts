import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { expandActions, isWildcardOnly } from '../../src/facts/actions';
import { can } from '../../src/iam';
import { Application } from '../../src/template';
import { type Case, type Granted, granted } from '../role/l2-grants/granting';
import { installedGrants, installedVersion } from '../role/l2-grants/installed-grants';
import type { Gives } from '../role/l2-grants/row';
import { origins } from '../role/l2-grants/subjects';
import { grantTable } from '../role/l2-grants/table';

const installed = installedGrants();

/** What a version that is not installed brings is judged where it is. */
const rows = grantTable.filter(({ since }) => since === undefined || isAtLeast(installedVersion, since));

test('the table has every grant of the installed aws-cdk-lib, because a new one has to be decided on', () => {
  const decided = new Set(rows.flatMap(({ grants }) => grants));
  expect(installed.filter((grant) => !decided.has(grant))).toEqual([]);
});

test('the table has no grant that the installed aws-cdk-lib does not have, because a row that is never tried says nothing', () => {
  const unknown = rows.flatMap(({ grants }) => grants).filter((grant) => !installed.includes(grant));
  expect(unknown).toEqual([]);
});

test('no grant of the table has a wildcard among its actions, or an action that has no effect where it stands', () => {
  const pairs = grantTable.flatMap(({ gives = {} }) =>
    Object.entries(gives).flatMap(([on, actions]) => actions.map((action) => [action, on] as const)),
  );
  for (const [action, on] of pairs) {
    expect(action).not.toMatch(/[*?]/);
    expect([action, on === '*' ? isWildcardOnly(action) : true]).toEqual([action, true]);
  }
});

const contexts = [
  ['without feature flags', {}],
  ['with the recommended feature flags', flags],
] as const;

const cases = rows.flatMap((row) =>
  row.grants.flatMap((grant) =>
    row.of
      .filter((of) => !grant.includes('.TableBase') || grant.includes('V2.') === of.startsWith('tableV2'))
      .flatMap((of) =>
        contexts.map(([flagged, context]) => ({ name: `${grant} of a ${of}, ${flagged}`, grant, row, of, context })),
      ),
  ),
);

test.each(cases)('$name', ({ row, ...rest }) => {
  if (row.notForRoles !== undefined) return;
  const tried = origins.filter((origin) => isAsSaid({ row, ...rest, origin }));
  expect(tried).not.toEqual([]);
});

/** Whether there is such a subject; fails unless the role gets exactly what the table says, and can do it. */
function isAsSaid(each: Case): boolean {
  const { row, origin } = each;
  const said = row.but?.[origin] ?? row.refused ?? row.gives ?? {};
  const { result, error } = attempt(each);
  if (said instanceof RegExp) {
    if (error !== undefined) expect(error).toMatch(said);
    else expect(result).toBeUndefined();
    return error !== undefined;
  }
  expect(error).toBeUndefined();
  if (!result) return false;
  expect([origin, ...result.pairs]).toEqual([origin, ...pairsOf(said, result.hasKey)]);
  // Once for each row, where the account of the key is that of the role for sure.
  const isJudged = each.grant === row.grants[0] && !each.of.startsWith('tableV2');
  if (isJudged && origin === (each.context === flags ? 'secure' : 'encrypted')) isEffective(each, result, said);
  return true;
}

function attempt(each: Case): { readonly result?: Granted; readonly error?: string } {
  try {
    return { result: granted(each) };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

/** The evaluator, on all policies that are deployed: those of the role, of its resources and of the key. */
function isEffective({ row }: Case, { assembly, paths }: Granted, said: Gives): void {
  const app = Application.load(assembly.stacks.map(({ templateFullPath }) => ({ path: templateFullPath })));
  const at = (path: string) => app.resources.find(({ constructPath }) => constructPath === path)!;
  const role = at('Stack/Role/Resource');
  const decide = (action: string, name: string, below: string, context = {}) =>
    can(app, role, action, at(paths[name]), { below, context }).decision;

  for (const [on, actions] of Object.entries(said)) {
    const [, name, below] = /^([\w ]+)(.*)$/.exec(on) ?? [];
    if (!(name in paths) || on.includes(' if ')) continue;
    for (const action of actions) {
      expect([action, on, decide(action, name, below.replace('*', 'x'))]).toEqual([action, on, 'allowed']);
    }
    const others = expandActions(`${actions[0].split(':')[0]}:*`).filter((action) => !actions.includes(action));
    const allowed = others.filter((action) => decide(action, name, below.replace('*', 'x')) !== 'denied');
    expect([on, ...allowed]).toEqual([on]);
  }

  if (!('key' in paths)) return;
  const direct = expandActions('kms:*').filter((action) => decide(action, 'key', '') !== 'denied');
  expect(direct).toEqual([...(said.key ?? [])].sort());
  const { through, actions = [] } = row.keyPolicy ?? {};
  const context = { 'kms:ViaService': `${through}.\${AWS::Region}.amazonaws.com` };
  for (const action of actions) expect([action, decide(action, 'key', '', context)]).toEqual([action, 'allowed']);
}

function pairsOf(gives: Gives, hasKey: boolean): string[] {
  return Object.entries(gives)
    .filter(([on]) => on !== 'key' || hasKey)
    .flatMap(([on, actions]) => {
      const [resource, condition] = on.split(' if ');
      return actions.map((action) => `${action} on ${resource}${condition ? ` if ${condition}` : ''}`);
    })
    .sort();
}

function isAtLeast(version: string, other: string): boolean {
  const [a, b] = [version, other].map((each) => each.split('.').map(Number));
  const index = a.findIndex((part, at) => part !== b[at]);
  return index < 0 || a[index] > b[index];
}
