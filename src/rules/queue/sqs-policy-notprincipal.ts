import { defineRule } from '../define-rule';
import { judgeAllowed, refuse } from '../statements';
import { queuePolicyTypes } from './reading/queue-policies';

export default defineRule({
  id: 'sqs-policy-notprincipal',
  severity: 'high',
  title: 'the queue policy lets in everybody but some',
  why: '`NotPrincipal` with `Allow` names who is left out and lets all others in: every other account, and callers without one. A list of what is meant cannot grow by itself.',
  serviceDefault:
    'The policy lets nobody outside of the account in unless it says so (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-creating-custom-policies.html).',
  fix: 'name in `Principal` who is let in',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes:
    'IAM supports `NotPrincipal` with `Deny` only (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html): with `Allow` it stands in older policies, or is refused at deployment.',
  appliesTo: queuePolicyTypes,
  check: (policy) =>
    judgeAllowed(policy.read('PolicyDocument'), (placed) => refuse(placed, 'NotPrincipal', '`Principal`')),
});
