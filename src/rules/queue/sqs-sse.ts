import { defineRule } from '../define-rule';
import { demand, isSaid, pass } from '../results';

export default defineRule({
  id: 'sqs-sse',
  severity: 'medium',
  title: 'the messages of the queue are not encrypted',
  why: 'Messages lie in plain text where SQS stores them. Encryption by SQS costs nothing and asks for no key; it was turned off here.',
  serviceDefault:
    'SQS encrypts new queues with keys of its own (SSE-SQS) unless `SqsManagedSseEnabled` is false (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html).',
  fix: 'remove `SqsManagedSseEnabled: false`, or set `KmsMasterKeyId`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], fsbp: ['SQS.1'], cwe: ['CWE-311'] },
  notes: 'Other tools also fail a queue that says nothing, which SQS has encrypted since 2022.',
  appliesTo: 'AWS::SQS::Queue',
  check: (queue) => {
    const own = queue.read('SqsManagedSseEnabled');
    if (!own.isUnknown && !own.isFalse) return pass();
    return isSaid(queue.read('KmsMasterKeyId')) ? pass() : demand(own, (value) => !value.isFalse, 'true, or a key');
  },
});
