import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand, isSaid, pass } from '../results';
import { takesFailedMessages } from './reading/failed-messages';

/** The policy may also be written as the text of its JSON. */
function namesQueue(policy: Value): boolean {
  return policy.isObject ? isSaid(policy.read('deadLetterTargetArn')) : isSaid(policy);
}

export default defineRule({
  id: 'sqs-dlq',
  severity: 'medium',
  title: 'messages that nobody can handle stay in the queue until they are dropped',
  why: 'A message that a consumer fails on comes back again and again, keeps it from its work and is then dropped without a trace. Whoever can send a crafted message stops the consumer.',
  serviceDefault:
    'Without `RedrivePolicy` SQS delivers a message again until it expires (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html).',
  fix: 'set `RedrivePolicy` with `deadLetterTargetArn` and `maxReceiveCount` (`deadLetterQueue`)',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-8', 'SAS-10'], cwe: ['CWE-778'] },
  notes:
    'A queue into which failed messages of something else go passes: one that is named as dead-letter queue or destination, has a `RedriveAllowPolicy`, or is called so.',
  appliesTo: 'AWS::SQS::Queue',
  check: (queue, app) =>
    takesFailedMessages(queue, app) ? pass() : demand(queue.read('RedrivePolicy'), namesQueue, 'a dead-letter queue'),
});
