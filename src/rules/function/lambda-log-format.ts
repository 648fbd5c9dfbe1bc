import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'lambda-log-format',
  severity: 'low',
  strict: true,
  title: 'the function logs as text',
  why: 'Whoever gets a line break into what the function logs writes lines of their own, with any request id they like. JSON keeps each entry one entry, can be searched by field, and can be filtered by level.',
  serviceDefault:
    'Lambda logs as plain text unless `LoggingConfig.LogFormat` is `JSON` (https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html).',
  fix: 'set `LoggingConfig.LogFormat: JSON` (`loggingFormat: LoggingFormat.JSON`), or use `SecureFunction`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) => demand(fn.read('LoggingConfig.LogFormat'), (format) => format.is('JSON'), '"JSON"'),
});
