import { isWholeService } from '../../iam/broad-patterns';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { actionsThat, judgeAllowed } from '../statements';
import { isForOthers } from './reading/others';
import { queuePolicyTypes } from './reading/queue-policies';

export default defineRule({
  id: 'sqs-policy-wildcard-action',
  severity: 'high',
  title: 'the queue policy allows every action',
  why: 'Whoever is named can do everything with the queue: read, delete and purge messages, and let others in by a new policy. What they need is to send, or to receive.',
  serviceDefault:
    'The policy lets nobody outside of the account in unless it says so (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-creating-custom-policies.html).',
  fix: 'list the actions that are needed, such as `sqs:SendMessage`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes:
    'The account of the queue itself may be given everything: so says the policy that SQS writes for new queues in the console, and its IAM policies decide.',
  appliesTo: queuePolicyTypes,
  check: (policy) =>
    judgeAllowed(policy.read('PolicyDocument'), (placed) =>
      isForOthers(placed.statement, policy)
        ? actionsThat(placed, isWholeService).map((action) => fail(action, { wanted: 'the actions that are needed' }))
        : [],
    ),
});
