import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import type { Result } from '../results';
import { executionRoleFor, needsOf, needyTypes, verdictsOn } from './reading/execution-needs';

export default defineRule({
  id: 'lambda-role-denied',
  severity: 'medium',
  title: 'Lambda may not do what it is told to do for the function',
  why:
    'Lambda sends failed events and polls queues with the role of the function. What the role does not allow is dropped in ' +
    'silence: the events that an attacker made fail are gone, and nobody is told.',
  serviceDefault:
    'Lambda has no permission of its own; it uses the execution role ' +
    '(https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).',
  fix: 'allow the action to the role of the function: `onFailure`, `deadLetterQueue` and `addEventSource` of the L2 do',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5', 'SAS-10'], cwe: ['CWE-778'] },
  appliesTo: needyTypes,
  check: (resource) => {
    const role = executionRoleFor(resource);
    if (!role) return [];
    return verdictsOn(role, needsOf(resource)).flatMap<Result>(({ action, on, at, verdict }) => {
      if (verdict.decision === 'unknown') return [unknown(at, verdict.because)];
      return verdict.decision === 'denied'
        ? [fail(at, { got: `${role.logicalId} may not ${action} on ${on.logicalId}`, wanted: 'a role that may' })]
        : [];
    });
  },
});
