import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GrantRow } from './l2-grants/row';
import { grantTable } from './l2-grants/table';
import { expandActions, findAction } from '../../src/facts/actions';
import { findManagedPolicy } from '../../src/facts/managed-policies';
import { writtenOutPolicies } from '../../src/role/managed-policy-statements';
import { narrowActions, narrowedActions, narrowedGrants, strayActions } from '../../src/role/narrowed-actions';

const page = join(__dirname, '../../docs/narrowed-grants.md');

/** The page, from the tables that the role works with. */
function rendered(): string {
  const list = (actions: readonly string[]) => actions.map((action) => `\`${action}\``).join(', ');
  return [
    '# What a scoped role makes of a grant',
    '',
    '<!-- Written by `UPDATE_DOCS=1 npx jest test/role/narrowed-grants`, from `src/role/narrowed-actions.ts` and `test/role/l2-grants`. -->',
    '',
    'The grants of the CDK allow patterns, so that they work for every use. The role of a function gets the exact actions that are meant, each on the kind of resource that it applies to.',
    '',
    '| The grant says | The role gets | What that leaves out |',
    '| --- | --- | --- |',
    ...narrowedActions.map(({ pattern, becomes, leavesOut }) => `| \`${pattern}\` | ${list(becomes)} | ${leavesOut} |`),
    '',
    'Some grants name more than they are for. They are told by what they write together, which a person would not:',
    '',
    '| The grant | Writes | The role gets | What that leaves out |',
    '| --- | --- | --- | --- |',
    ...narrowedGrants.map(
      ({ grants, actions, only, leavesOut, source }) =>
        `| ${grants.join(', ')} | ${only ? '' : 'among others '}${list(actions)} | ${list(narrowActions(actions)) || 'nothing'} | ${leavesOut}${source ? ` ([AWS](${source}))` : ''} |`,
    ),
    ...strayActions.map(
      ({ grants, actions, because }) =>
        `| ${grants.join(', ')} | ${list(actions)} on another kind of resource | nothing | ${because} |`,
    ),
    '',
    'Dropped is what cannot have an effect: an action without resource-level permission (`ssm:DescribeParameters`) on one resource. Where a grant names a bucket and its objects, or a table and its indexes, each action stays with what it applies to.',
    '',
    'A statement is read once more when everything is there: a condition that is added to the statement of a grant counts, an index that a table did not get does not. What is the same is said once, and what another statement covers is left out.',
    '',
    'Managed policies that features of the CDK attach arrive as statements:',
    '',
    ...writtenOutPolicies.map((name) => `- [\`${name}\`](${findManagedPolicy(name)!.source})`),
    '- `service-role/AWSLambdaBasicExecutionRole`, `service-role/AWSLambdaVPCAccessExecutionRole`: the function brings what they are for, for its own log group, and for Lambda instead of its code',
    '',
    '## To have it back',
    '',
    'A statement with the exact action is never narrowed. This reads old versions of the objects, too:',
    '',
    '```ts',
    "fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['s3:GetObjectVersion'], resources: [bucket.arnForObjects('*')] }));",
    '```',
    '',
    'For what the role still refuses, make an `iam.Role` and pass it as `ScopedRole.existing(role, reason)`.',
    '',
    '## Every grant',
    '',
    'What the role gets of each, on resources of the app and imported ones; `key` is the customer key, where there is one. `test/adversarial/role-l2-grants.test.ts` holds it, with an evaluator of policies.',
    '',
    '| The grant | Of a | Gives | What was decided |',
    '| --- | --- | --- | --- |',
    ...grantTable.map(
      ({ grants, of, decided, ...row }) =>
        `| ${list(grants)} | ${of.join(', ')} | ${outcome(row)} | ${decided ?? ''} |`,
    ),
    '',
  ].join('\n');
}

function outcome({ gives = {}, refused, notForRoles }: Omit<GrantRow, 'grants' | 'of'>): string {
  if (refused) return 'refused, with the narrower form in the error';
  if (notForRoles !== undefined) return `nothing to a role: ${notForRoles}`;
  const parts = Object.entries(gives).map(
    ([on, actions]) => `\`${on}\`: ${actions.map((action) => `\`${action}\``).join(', ')}`,
  );
  return parts.join('<br>') || 'nothing';
}

test('the page says what the role does', () => {
  if (process.env.UPDATE_DOCS) writeFileSync(page, rendered());
  const written = existsSync(page) ? readFileSync(page, 'utf8') : '';
  if (written !== rendered()) {
    throw new Error(`${page} is stale: run 'UPDATE_DOCS=1 npx jest test/role/narrowed-grants'`);
  }
});

test.each(narrowedActions)('$pattern becomes actions that AWS has and that it covers', ({ pattern, becomes }) => {
  expect(expandActions(pattern)).toEqual(expect.arrayContaining([...becomes]));
  expect(becomes.map((action) => findAction(action)?.name)).toEqual(becomes);
});

test.each(narrowedActions.filter(({ leavesOut }) => leavesOut.startsWith('nothing')))(
  '$pattern loses nothing that AWS has today',
  ({ pattern, becomes }) => {
    expect([...expandActions(pattern)].sort()).toEqual([...becomes].sort());
  },
);
