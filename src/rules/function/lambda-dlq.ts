import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import { failureTargetsOf } from './reading/failure-targets';

export default defineRule({
  id: 'lambda-dlq',
  severity: 'medium',
  strict: true,
  title: 'the function has no dead-letter queue and no failure destination',
  why:
    'Somebody outside of the template may invoke the function asynchronously; Lambda then drops every event that it fails on. ' +
    'Whoever can make the function fail makes these events disappear.',
  serviceDefault:
    'Without a destination or a dead-letter queue Lambda drops an event after two retries or six hours (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).',
  fix: 'call `configureAsyncInvoke({})` of a `SecureFunction`, which brings the queue; or set `DeadLetterConfig.TargetArn` (`deadLetterQueue`), or `DestinationConfig.OnFailure` in an `AWS::Lambda::EventInvokeConfig` (`onFailure`)',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-8', 'SAS-10'], cwe: ['CWE-778'] },
  notes:
    'Strict, because a function that is only called synchronously or polls its source needs neither: ' +
    '`lambda-async-destination` finds those that something in the app invokes asynchronously.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn, app) =>
    failureTargetsOf(fn, app).length > 0
      ? pass()
      : fail(fn.read('DeadLetterConfig.TargetArn'), { wanted: 'a queue or topic for failed events' }),
});
