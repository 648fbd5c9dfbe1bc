import { escalatingActions, startingActions } from '../../iam/telling-actions';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { listed, named, pathOf } from './reading/path';
import { judgePublicPaths, publicCodeTypes } from './reading/public-function';
import type { Right } from './reading/rights';

const passing = 'iam:PassRole';
const outright = [...escalatingActions, 'iam:CreatePolicy', 'iam:CreateUser', 'iam:CreateRole', 'lambda:AddPermission'];

const asked = [...outright, passing, ...startingActions];

/** What of a right gives more permissions: by itself, or together with starting something. */
function escalating(right: Right, rights: readonly Right[]): readonly string[] {
  const starts = rights.some(({ actions }) => actions.some((action) => startingActions.includes(action)));
  return right.actions.filter((action) => outright.includes(action) || (action === passing && starts));
}

export default defineRule({
  id: 'public-entry-changes-permissions',
  severity: 'high',
  title: 'a function that anybody may call can change permissions or the code of functions',
  why:
    'Somebody without an account calls the entry and finds one weakness in the function. ' +
    'Its role then writes them a policy, passes them a stronger role or puts their code into a function: from a request on the internet to the account in two steps, and they stay after the weakness is mended.',
  serviceDefault:
    'A role may change nothing unless a policy says so (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).',
  fix: 'take the action out of the role; let a pipeline, or a function without a public entry, make the change',
  references: { owaspServerless: ['S2', 'S5'], csaServerless: ['SAS-2', 'SAS-4'], cwe: ['CWE-269', 'CWE-306'] },
  notes: 'Passing a role counts where the function may also start something that runs with it.',
  appliesTo: publicCodeTypes,
  check: (fn, app) =>
    judgePublicPaths(fn, app, asked, ({ entry, rights }) =>
      rights.flatMap((right) => {
        const actions = escalating(right, rights);
        if (actions.length === 0) return [];
        return fail(right.at, {
          got: pathOf(entry.name, fn, named({ ...right, actions }), `whatever ${listed(actions)} gives`),
          wanted: 'no action that changes permissions or code',
        });
      }),
    ),
});
