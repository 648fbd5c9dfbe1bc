import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'esm-batch-failures',
  severity: 'low',
  strict: true,
  title: 'one message that fails brings back the whole batch',
  why: 'Somebody who can send one bad message makes the function do the work of all others in its batch again, orders and payments too, until the bad one ends in the dead-letter queue and takes good ones with it.',
  serviceDefault:
    'Where the function fails, all messages of the batch become visible again, unless it may report the ones that failed (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html).',
  fix: 'set `FunctionResponseTypes: [ReportBatchItemFailures]` (`reportBatchItemFailures`) and return the ids of what failed',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-8'], cwe: ['CWE-770'] },
  notes: 'Strict, because the code has to return them. A batch size of 1 passes.',
  appliesTo: 'AWS::Lambda::EventSourceMapping',
  check: (mapping) => {
    const isQueue = mapping.read('EventSourceArn').target?.is('AWS::SQS::Queue') === true;
    if (!isQueue || mapping.read('BatchSize').is('1')) return [];
    const types = mapping.read('FunctionResponseTypes');
    return demand(
      types,
      (it) => it.items.some((type) => type.is('ReportBatchItemFailures')),
      '"ReportBatchItemFailures"',
    );
  },
});
