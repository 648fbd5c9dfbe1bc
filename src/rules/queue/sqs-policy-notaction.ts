import { defineRule } from '../define-rule';
import { judgeAllowed, refuse } from '../statements';
import { queuePolicyTypes } from './reading/queue-policies';

export default defineRule({
  id: 'sqs-policy-notaction',
  severity: 'medium',
  title: 'the queue policy allows every action but some',
  why: '`NotAction` with `Allow` allows all that is not listed, also what SQS will add tomorrow: purging the queue, replacing this policy. A list of what is meant cannot grow by itself.',
  serviceDefault:
    'The policy lets nobody outside of the account in unless it says so (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-creating-custom-policies.html).',
  fix: 'list in `Action` what is allowed',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  appliesTo: queuePolicyTypes,
  check: (policy) => judgeAllowed(policy.read('PolicyDocument'), (placed) => refuse(placed, 'NotAction', '`Action`')),
});
