import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'durable-retention',
  severity: 'low',
  strict: true,
  title: 'the data of durable executions is kept for more than a month after they end',
  why:
    'The history holds the input, the result of each step and the errors, with whatever customers sent. ' +
    'Who may read histories a year from now reads all of it, long after it was of use.',
  serviceDefault:
    'Without `RetentionPeriodInDays` the history is kept for 14 days (https://docs.aws.amazon.com/lambda/latest/dg/durable-configuration.html).',
  fix: 'set `DurableConfig.RetentionPeriodInDays` to 30 or less, or remove it',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-200'] },
  notes: 'Strict, because histories may have to be kept for audits.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) =>
    demand(
      fn.read('DurableConfig.RetentionPeriodInDays'),
      ({ number }) => number === undefined || number <= 30,
      'at most 30 days',
    ),
});
