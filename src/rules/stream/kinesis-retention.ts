import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'kinesis-retention',
  severity: 'low',
  strict: true,
  title: 'records are kept for less than a week',
  why: 'A consumer that fails over a weekend loses what it did not read. What an attacker sent is gone before somebody looks.',
  serviceDefault:
    'Kinesis keeps records for 24 hours unless `RetentionPeriodHours` says more (https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html).',
  fix: 'set `RetentionPeriodHours: 168` or more (`retentionPeriod`)',
  references: { owaspServerless: ['S10'], fsbp: ['Kinesis.3'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::Kinesis::Stream',
  check: (stream) =>
    demand(stream.read('RetentionPeriodHours'), (hours) => Number(hours.number) >= 168, '168 hours or more'),
});
