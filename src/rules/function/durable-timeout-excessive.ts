import { defineRule } from '../define-rule';
import { demand } from '../results';

/** The longest time for which the history of an execution that ended may be kept. */
const longest = 90 * 24 * 60 * 60;

export default defineRule({
  id: 'durable-timeout-excessive',
  severity: 'low',
  title: 'durable executions that never end stay open for months',
  why:
    'Whoever can start executions and never answers what they wait for leaves them open, one after the other, until no more may be started. ' +
    'Their data is kept all the time, and what resumes after months finds another world.',
  serviceDefault:
    '`ExecutionTimeout` is required, and may be 366 days (https://docs.aws.amazon.com/lambda/latest/dg/durable-configuration.html).',
  fix: 'set `DurableConfig.ExecutionTimeout` to what the longest wait needs, 90 days at most',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-400', 'CWE-770'] },
  notes: '90 days is also the longest time for which Lambda keeps the history of an execution that has ended.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) =>
    demand(
      fn.read('DurableConfig.ExecutionTimeout'),
      ({ number }) => number === undefined || number <= longest,
      'at most 90 days',
    ),
});
