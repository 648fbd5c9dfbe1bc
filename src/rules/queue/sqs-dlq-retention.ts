import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand, pass, unknown } from '../results';

const longest = 1_209_600;

/** 4 days unless it says otherwise. */
function secondsOf(retention: Value): number | undefined {
  return retention.isAbsent ? 345_600 : retention.number;
}

export default defineRule({
  id: 'sqs-dlq-retention',
  severity: 'low',
  title: 'the dead-letter queue drops messages as early as its source',
  why: 'A message takes its age with it into the dead-letter queue: one that failed late is gone before anybody has looked at it. What is lost there was the only notice of an attack or a bug.',
  serviceDefault:
    'Both keep messages for 4 days from when they were first sent, in standard queues (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html#understanding-message-retention-periods).',
  fix: 'set `MessageRetentionPeriod` of the dead-letter queue to more than that of its source, at most 1209600 seconds',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-10'], cwe: ['CWE-778'] },
  notes:
    'In FIFO queues a message gets a new age when it moves. Without `RedriveAllowPolicy` other queues of the same account may use the queue too, which is no finding.',
  appliesTo: 'AWS::SQS::Queue',
  check: (queue, app) => {
    if (queue.read('FifoQueue').isTrue) return pass();
    const own = queue.read('MessageRetentionPeriod');
    if (Number(secondsOf(own)) === longest) return pass();
    return app.attachedTo(queue, 'AWS::SQS::Queue', 'RedrivePolicy.deadLetterTargetArn').map((source) => {
      const theirs = secondsOf(source.read('MessageRetentionPeriod'));
      if (theirs === undefined || secondsOf(own) === undefined) {
        return unknown(own.isUnknown ? own : source.read('MessageRetentionPeriod'));
      }
      return demand(own, (value) => secondsOf(value)! > theirs, `more than ${theirs} seconds`);
    });
  },
});
