import { administratorAccess, managedPolicyName } from '../../facts/managed-policies';
import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { allowancesOf, covers } from './reading/allowed-actions';
import { executionRoleTypes, functionsWith, judgeExecutionRole } from './reading/execution-role';
import { logGroupOf } from './reading/log-group-of-function';

/** Lambda makes a stream for each execution environment, and writes into it. */
const always = ['logs:CreateLogStream', 'logs:PutLogEvents'];

/** Where nobody else makes the log group, Lambda does, with the permissions of the function. */
const once = 'logs:CreateLogGroup';

export default defineRule({
  id: 'lambda-logs-permission',
  severity: 'medium',
  title: 'the function cannot write its log',
  why:
    'Without the permission Lambda drops every line of the log in silence. ' +
    'After an incident nobody can tell what the function did, or for whom.',
  serviceDefault: 'A role without policies allows nothing, not even to log.',
  fix: 'allow `logs:CreateLogStream` and `logs:PutLogEvents` on the log group of the function, and declare the log group or allow `logs:CreateLogGroup`; `SecureFunction` does',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  notes:
    'Low where only `logs:CreateLogGroup` is missing, for a function whose log group is not in the app: it may have been made elsewhere. ' +
    'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
  appliesTo: executionRoleTypes,
  check: (resource, app) =>
    judgeExecutionRole(resource, app, (role) => {
      const functions = functionsWith(role, app);
      if (functions.length === 0) return pass();
      const isMadeByLambda = (fn: Resource) => fn.read('LoggingConfig.LogGroup').isAbsent && !logGroupOf(fn, app);
      const needed = [...(functions.some(isMadeByLambda) ? [once] : []), ...always];
      const { actions, exceptions, unreadable } = allowancesOf(role, app);
      const missing = needed.filter((action) => !actions.some(({ pattern }) => covers(pattern, action)));
      if (exceptions.length > 0 || missing.length === 0) return pass();
      if (unreadable.some(({ text }) => managedPolicyName(text ?? '') === administratorAccess.name)) return pass();
      if (unreadable.length > 0) return unknown(unreadable[0], 'what the policy allows is not known');
      const what = missing.join(' and ');
      return fail(role, {
        got: `a role without ${what}`,
        wanted: `${what} on the log group`,
        ...(missing.every((action) => action === once) ? { severity: 'low' } : {}),
      });
    }),
});
