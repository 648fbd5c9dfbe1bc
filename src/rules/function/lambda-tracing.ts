import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'lambda-tracing',
  severity: 'low',
  title: 'the function does not trace its calls',
  why:
    'Without traces nobody can follow one request through the functions and services that it touched. ' +
    'After an incident it stays open what the attacker reached.',
  serviceDefault: 'Without `TracingConfig` the mode is PassThrough: only what a caller already samples is traced.',
  fix: 'set `TracingConfig.Mode: Active` (`tracing: Tracing.ACTIVE`)',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], securityHub: ['Lambda.7'], cwe: ['CWE-778'] },
  notes: 'https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) => demand(fn.read('TracingConfig.Mode'), (mode) => mode.is('Active'), '"Active"'),
});
