import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { expandActions, isWildcardOnly } from '../../src/facts/actions';
import { can } from '../../src/iam';
import type { Batch, Granted, Outcome, Outcomes, RowGrant } from '../role/l2-grants/granting';
import { grantedOf } from '../role/l2-grants/granting';
import { installedGrants, installedVersion } from '../role/l2-grants/installed-grants';
import type { Gives, GrantRow } from '../role/l2-grants/row';
import type { SubjectName } from '../role/l2-grants/subjects';
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

/** What is granted of each subject. */
const grantsOf = new Map<SubjectName, RowGrant[]>();
for (const row of rows.filter(({ notForRoles }) => notForRoles === undefined)) {
  for (const grant of row.grants) {
    for (const of of row.of) {
      if (grant.includes('.TableBase') && grant.includes('V2.') !== of.startsWith('tableV2')) continue;
      grantsOf.set(of, [...(grantsOf.get(of) ?? []), { grant, row }]);
    }
  }
}

describe.each(contexts)('%s', (_, context) => {
  describe.each([...grantsOf])('of a %s', (of, grants) => {
    const batches = origins.map((origin): Batch => ({ of, origin, grants }));
    let outcomes: Outcomes;
    beforeAll(() => {
      outcomes = grantedOf(batches, context);
    });

    test.each(grants.map((each) => ({ ...each, each })))('$grant', ({ each }) => {
      const tried = batches.filter((batch) => isAsSaid(each, batch, context, outcomes.get(batch)?.get(each)));
      expect(tried).not.toEqual([]);
    });
  });
});

/** Whether there is such a subject; fails unless the role gets exactly what the table says, and can do it. */
function isAsSaid({ grant, row }: RowGrant, { origin, grants }: Batch, context: object, outcome: Outcome): boolean {
  const said = row.but?.[origin] ?? row.refused ?? row.gives ?? {};
  if (said instanceof RegExp) {
    if (outcome instanceof Error) expect(outcome.message).toMatch(said);
    else expect(outcome).toBeUndefined();
    return outcome instanceof Error;
  }
  if (outcome instanceof Error) throw outcome;
  if (!outcome) return false;
  expect([origin, ...outcome.pairs]).toEqual([origin, ...pairsOf(said, outcome.hasKey)]);
  // Once for each row and subject, where the account of the key is that of the role for sure.
  const isFirst = grants.find((each) => each.row === row)?.grant === grant;
  if (isFirst && origin === (context === flags ? 'secure' : 'encrypted')) isEffective(row, outcome, said);
  return true;
}

/** The evaluator, on all policies that are deployed: those of the role, of its resources and of the key. */
function isEffective(row: GrantRow, { app, rolePath, paths }: Granted, said: Gives): void {
  const at = (path: string) => app.resources.find(({ constructPath }) => constructPath === path)!;
  const role = at(rolePath);
  const decide = (action: string, name: string, below: string, context: Context = {}) =>
    can(app, role, action, at(paths[name]), { below, context }).decision;

  for (const [on, actions] of Object.entries(said)) {
    const [resource, condition] = on.split(' if ');
    const [, name, pattern] = /^([\w ]+)(.*)$/.exec(resource) ?? [];
    if (!(name in paths)) continue;
    const below = pattern.replace('*', 'x');
    const context = contextOf(condition);
    for (const action of actions) {
      expect([action, on, decide(action, name, below, context)]).toEqual([action, on, 'allowed']);
      if (condition) expect([action, resource, decide(action, name, below)]).toEqual([action, resource, 'denied']);
    }
    const same = Object.entries(said).filter(([other]) => other.split(' if ')[0] === resource);
    const all = same.flatMap(([, others]) => others);
    const others = expandActions(`${actions[0].split(':')[0]}:*`).filter((action) => !all.includes(action));
    const allowed = others.filter((action) => decide(action, name, below, context) !== 'denied');
    expect([on, ...allowed]).toEqual([on]);
  }

  if (!('key' in paths)) return;
  const direct = expandActions('kms:*').filter((action) => decide(action, 'key', '') !== 'denied');
  expect(direct).toEqual([...(said.key ?? [])].sort());
  const { through, actions = [] } = row.keyPolicy ?? {};
  const context = { 'kms:ViaService': `${through}.\${AWS::Region}.amazonaws.com` };
  for (const action of actions) expect([action, decide(action, 'key', '', context)]).toEqual([action, 'allowed']);
}

type Context = Readonly<Record<string, string | string[]>>;

/** `StringEquals a b and ForAnyValue:StringEquals c ["d"]`, met. */
function contextOf(condition: string | undefined): Context {
  return Object.fromEntries(
    (condition?.split(' and ') ?? []).map((test) => {
      const [, key, value] = test.split(' ');
      return [key, value.startsWith('[') ? (JSON.parse(value) as string[]) : value];
    }),
  );
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
