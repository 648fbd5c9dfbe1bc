import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { eventSourceOf } from './reading/event-source';

export default defineRule({
  id: 'esm-retry-unbounded',
  severity: 'medium',
  title: 'one record that the function fails on blocks the stream',
  why:
    'Lambda retries the batch until the records expire, for a day or more, and passes no later record of that shard on. ' +
    'Whoever can write one crafted record stops the processing of all others.',
  serviceDefault:
    'Without `MaximumRetryAttempts` and `MaximumRecordAgeInSeconds` both are -1: retries until the record expires.',
  fix: 'set `MaximumRetryAttempts`, or `MaximumRecordAgeInSeconds`, and a destination for what failed',
  references: { csaServerless: ['SAS-8', 'SAS-10'], cwe: ['CWE-400'] },
  notes:
    'Kinesis and DynamoDB streams. `BisectBatchOnFunctionError` alone only makes the blocking batch smaller. ' +
    'https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html',
  appliesTo: 'AWS::Lambda::EventSourceMapping',
  check: (mapping) => {
    if (eventSourceOf(mapping) !== 'stream') return pass();
    const [attempts, age] = [mapping.read('MaximumRetryAttempts'), mapping.read('MaximumRecordAgeInSeconds')];
    if ([attempts, age].some((bound) => !bound.isAbsent && !bound.isUnknown && !bound.is(-1))) return pass();
    const unsure = [attempts, age].find((bound) => bound.isUnknown);
    if (unsure) return unknown(unsure);
    return fail(attempts, { wanted: 'a number of retries' });
  },
});
