import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'lambda-async-limits',
  severity: 'low',
  strict: true,
  title: 'an event that the function fails on is tried again for as long as Lambda likes',
  why: 'One bad event runs three times and waits up to six hours. Whoever can send events multiplies what each costs, and an order or a permission is acted on hours after it was meant.',
  serviceDefault:
    'Lambda tries an asynchronous event two more times and keeps it for six hours (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html).',
  fix: 'set `MaximumRetryAttempts` and `MaximumEventAgeInSeconds` (`retryAttempts`, `maxEventAge`), or use `SecureFunction`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-8'], cwe: ['CWE-770'] },
  notes:
    'Where a configuration for asynchronous events is there, it says both; a number is the choice of the application.',
  appliesTo: 'AWS::Lambda::EventInvokeConfig',
  check: (config) =>
    ['MaximumRetryAttempts', 'MaximumEventAgeInSeconds'].map((property) =>
      demand(config.read(property), (limit) => limit.number !== undefined, 'a number'),
    ),
});
