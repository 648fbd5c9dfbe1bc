import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

export default defineRule({
  id: 'pipes-retry-unbounded',
  severity: 'medium',
  title: 'one record that the target fails on blocks the pipe',
  why:
    'The pipe tries again until the record expires, for a day or more, and passes no later record of that shard on; the dead-letter queue gets nothing. ' +
    'Whoever can write one crafted record stops all others.',
  serviceDefault:
    'Without `MaximumRetryAttempts` and `MaximumRecordAgeInSeconds` both are -1: retries until the record expires (https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_UpdatePipeSourceKinesisStreamParameters.html).',
  fix: 'set `MaximumRetryAttempts`, or `MaximumRecordAgeInSeconds`, of the source',
  references: { csaServerless: ['SAS-8', 'SAS-10'], cwe: ['CWE-400'] },
  notes: 'Kinesis and DynamoDB streams. The same for functions is `esm-retry-unbounded`.',
  appliesTo: 'AWS::Pipes::Pipe',
  check: (pipe) =>
    ['KinesisStreamParameters', 'DynamoDBStreamParameters']
      .map((kind) => pipe.read(`SourceParameters.${kind}`))
      .filter((stream) => !stream.isAbsent)
      .map((stream) => {
        const [attempts, age] = [stream.read('MaximumRetryAttempts'), stream.read('MaximumRecordAgeInSeconds')];
        if ([attempts, age].some((bound) => !bound.isAbsent && !bound.isUnknown && !bound.is(-1))) return pass();
        const unsure = [attempts, age].find((bound) => bound.isUnknown);
        return unsure ? unknown(unsure) : fail(attempts, { wanted: 'a number of retries' });
      }),
});
