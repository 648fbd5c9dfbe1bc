import { defineRule } from '../define-rule';
import { policiesOfQueue } from '../queue/reading/queue-policies';
import { fail, unknown } from '../results';
import { eventsThatFail } from './reading/failed-events';
import { isCustomersKey } from './reading/key-of';
import { pathOf } from './reading/path';
import { strangersWho } from './reading/strangers';

export default defineRule({
  id: 'failure-target-weaker',
  severity: 'medium',
  title: 'events that failed are kept where more people can read them',
  why:
    'Somebody sends an event on which the function fails, or waits for one; it goes with all of its content to the dead-letter queue, and stays there for days. ' +
    'Where the source has a key and the queue has none, whoever may receive from queues reads what they could not decrypt before.',
  serviceDefault:
    'A dead-letter queue has settings of its own, and gets the whole event from SNS, EventBridge, Scheduler and asynchronous invocations (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html, https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html).',
  fix: 'set `KmsMasterKeyId` of the queue to the key of the source or one like it, and let nobody outside of the application receive from it',
  references: { owaspServerless: ['S3', 'S5'], csaServerless: ['SAS-3', 'SAS-10'], cwe: ['CWE-311', 'CWE-732'] },
  notes:
    'Queues behind queues are the matter of `sqs-dlq-encryption` and `sqs-dlq-retention`. What mappings and pipes of streams send to a queue names the records and does not hold them, and passes.',
  appliesTo: 'AWS::SQS::Queue',
  check: (queue, app) => {
    const failing = eventsThatFail(queue, app);
    if (failing.length === 0) return [];
    const own = queue.read('KmsMasterKeyId');
    const locked = failing.find(({ key }) => isCustomersKey(key));
    const [{ through }] = failing;
    const readers = strangersWho(['sqs:ReceiveMessage'], queue, policiesOfQueue(queue, app)).map(
      ({ who, truth, at, action }) =>
        truth === 'unknown'
          ? unknown(at)
          : fail(at, {
              got: `${who} may ${action} what failed on ${pathOf(...through, queue)}`,
              wanted: 'readers of this application',
            }),
    );
    if (!locked || (!own.isUnknown && isCustomersKey(own))) return readers;
    const got = `${pathOf(...locked.through, queue)}: the source has a key (${locked.key}), the queue ${own.isAbsent ? 'none' : own.toString()}`;
    return [...readers, own.isUnknown ? unknown(own) : fail(own, { got, wanted: 'a key, as the source has one' })];
  },
});
