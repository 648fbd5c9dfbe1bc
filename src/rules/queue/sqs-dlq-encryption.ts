import { defineRule } from '../define-rule';
import { demand, isSaid, pass } from '../results';

export default defineRule({
  id: 'sqs-dlq-encryption',
  severity: 'medium',
  title: 'the dead-letter queue is locked worse than its source',
  why: 'The messages that failed are the same messages, and stay for longer. A key on the source is worth nothing where whoever may read the dead-letter queue needs none.',
  serviceDefault:
    'A dead-letter queue has settings of its own; it takes none from its source (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html).',
  fix: 'set `KmsMasterKeyId` of the dead-letter queue as on its source',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-311'] },
  notes: 'Plain HTTP and the policy of the dead-letter queue are judged by the rules for every queue.',
  appliesTo: 'AWS::SQS::Queue',
  check: (queue, app) => {
    const sources = app.attachedTo(queue, 'AWS::SQS::Queue', 'RedrivePolicy.deadLetterTargetArn');
    const isLocked = sources.some((source) => !source.read('KmsMasterKeyId').isAbsent);
    return isLocked ? demand(queue.read('KmsMasterKeyId'), isSaid, 'a key, as its source has one') : pass();
  },
});
