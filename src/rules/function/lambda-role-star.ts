import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { allowancesOf, mayAllowAnything } from './reading/allowed-actions';
import { executionRoleTypes, judgeExecutionRole } from './reading/execution-role';

export default defineRule({
  id: 'lambda-role-star',
  severity: 'high',
  title: 'the function may do everything, or everything of a service',
  why:
    'Whoever makes the function run code of theirs, through a weakness or a dependency, can do all of it: read and delete every table or bucket, and often give themselves more. ' +
    'The function itself needs a handful of actions.',
  serviceDefault:
    'A role without policies allows nothing (https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html).',
  fix: 'name the actions that the function calls in `Action`; the `grant…` methods of a `SecureFunction` write them',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], fsbp: ['IAM.1', 'IAM.21'], cwe: ['CWE-250'] },
  saidBy: ['iam-admin'],
  notes: 'Patterns such as `s3:Get*` pass here. `Allow` with `NotAction` counts as everything.',
  appliesTo: executionRoleTypes,
  check: (resource, app) =>
    judgeExecutionRole(resource, app, (role) => {
      const { actions, exceptions, unreadable } = allowancesOf(role, app);
      return [
        ...actions
          .filter(({ pattern, isOfAws = false }) => !isOfAws && /^(?:[\w-]+:)?\*+$/.test(pattern))
          .map(({ at, pattern }) => fail(at, { got: `"${pattern}"`, wanted: 'the actions that the function calls' })),
        ...exceptions.map((at) => fail(at, { wanted: 'Action with the actions that the function calls' })),
        ...unreadable.filter(mayAllowAnything).map((at) => unknown(at, at.because ?? 'what it allows is not known')),
      ];
    }),
});
