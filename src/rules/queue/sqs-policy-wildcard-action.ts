import { isPatternFor, isWholeService } from '../../iam/broad-patterns';
import type { Term } from '../../iam/term';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { actionsThat, judgeAllowed } from '../statements';
import { isForOthers } from './reading/others';
import { queuePolicyTypes } from './reading/queue-policies';

/** Whoever may do these decides who else may use the queue. */
const administrative = ['sqs:AddPermission', 'sqs:RemovePermission', 'sqs:SetQueueAttributes'];

function isAdministrative(action: Term): boolean {
  return administrative.some((name) => isPatternFor(action, name));
}

const wanted = 'the actions that are needed';

export default defineRule({
  id: 'sqs-policy-wildcard-action',
  severity: 'high',
  title: 'the queue policy allows every action, or to administer the queue',
  why: 'Whoever is named can do everything with the queue: read, delete and purge messages, and let others in by a new policy. What they need is to send, or to receive.',
  serviceDefault:
    'The policy lets nobody outside of the account in unless it says so (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-creating-custom-policies.html).',
  fix: 'list the actions that are needed, such as `sqs:SendMessage`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes:
    'The account of the queue itself may be given everything: so says the policy that SQS writes for new queues in the console, and its IAM policies decide. ' +
    '`AddPermission`, `RemovePermission` and `SetQueueAttributes` alone are a medium finding: SQS does them for principals of the account of the queue only ' +
    '(https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-limitations-of-custom-policies.html).',
  appliesTo: queuePolicyTypes,
  check: (policy) =>
    judgeAllowed(policy.read('PolicyDocument'), (placed) =>
      isForOthers(placed.statement, policy)
        ? [
            ...actionsThat(placed, isWholeService).map((action) => fail(action, { wanted })),
            ...actionsThat(placed, (action) => !isWholeService(action) && isAdministrative(action)).map((action) =>
              fail(action, { wanted, severity: 'medium' }),
            ),
          ]
        : [],
    ),
});
