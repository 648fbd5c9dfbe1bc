import { defineRule } from '../define-rule';
import { functionsWith } from '../function/reading/execution-role';
import { takesFailedMessages } from '../queue/reading/failed-messages';
import { fail } from '../results';
import { pathOf } from './reading/path';
import { rivalsOf, secondPolls, takes } from './reading/queue-consumers';
import { receiversOf } from './reading/receivers';

export default defineRule({
  id: 'sqs-rival-consumer',
  severity: 'medium',
  title: 'somebody other than the consumer may take messages out of the queue',
  why:
    'Whoever gets hold of the other function receives and deletes, or purges, what the consumer waits for: orders, payments, alarms. ' +
    'A message that is gone leaves no error anywhere; the consumer has simply not got it.',
  serviceDefault:
    'Each message goes to one of those who poll; what one deletes the others never see (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html).',
  fix: 'leave `sqs:ReceiveMessage`, `sqs:DeleteMessage` and `sqs:PurgeQueue` to the role of the consumer; give others a queue of their own behind a topic',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4', 'SAS-9'], cwe: ['CWE-266'] },
  notes:
    'Functions of the application whose role names the queue, and a second function that polls it: what the filters of one leave out is deleted for both. Dead-letter queues pass: somebody has to take messages out by hand. So does a queue that nothing polls by a mapping or a pipe.',
  appliesTo: 'AWS::SQS::Queue',
  check: (queue, app) => {
    const receivers = receiversOf(queue, app);
    if (receivers.length === 0) return [];
    const shared = secondPolls(receivers).map((at) =>
      fail(at, { got: pathOf(queue, 'a second function'), wanted: 'one consumer' }),
    );
    const taking = rivalsOf(queue, receivers, app).flatMap((role) => {
      const right = takes(role, queue, app);
      const [fn] = right ? functionsWith(role, app) : [];
      if (!right || !fn) return [];
      const got = `${pathOf(fn, right.actions.join(', '), queue)}, which ${receivers[0].resource} handles`;
      return fail(right.at, { got, wanted: 'no right to take messages out' });
    });
    const found = [...shared, ...taking];
    return found.length > 0 && takesFailedMessages(queue, app) ? [] : found;
  },
});
