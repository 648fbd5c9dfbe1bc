import { administratorAccess, managedPolicyName } from '../../facts/managed-policies';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { allowancesOf, covers } from './reading/allowed-actions';
import { executionRoleTypes, functionsWith, judgeExecutionRole } from './reading/execution-role';

/** Lambda makes a stream for each execution environment, and writes into it. */
const needed = ['logs:CreateLogStream', 'logs:PutLogEvents'];

export default defineRule({
  id: 'lambda-logs-permission',
  severity: 'medium',
  title: 'the function cannot write its log',
  why:
    'Without the permission Lambda drops every line of the log in silence. ' +
    'After an incident nobody can tell what the function did, or for whom.',
  serviceDefault: 'A role without policies allows nothing, not even to log.',
  fix: 'allow `logs:CreateLogStream` and `logs:PutLogEvents` on the log group of the function; `SecureFunction` does',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  notes: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
  appliesTo: executionRoleTypes,
  check: (resource, app) =>
    judgeExecutionRole(resource, app, (role) => {
      if (functionsWith(role, app).length === 0) return pass();
      const { actions, exceptions, unreadable } = allowancesOf(role, app);
      const missing = needed.filter((action) => !actions.some(({ pattern }) => covers(pattern, action)));
      if (exceptions.length > 0 || missing.length === 0) return pass();
      if (unreadable.some(({ text }) => managedPolicyName(text ?? '') === administratorAccess.name)) return pass();
      if (unreadable.length > 0) return unknown(unreadable[0], 'what the policy allows is not known');
      const what = missing.join(' and ');
      return fail(role, { got: `a role without ${what}`, wanted: `${what} on the log group` });
    }),
});
