import { defineRule } from '../define-rule';
import { demandChoice } from '../results';

export default defineRule({
  id: 'lambda-timeout-default',
  severity: 'low',
  strict: true,
  title: 'nobody chose the timeout of the function',
  why:
    'After three seconds Lambda stops the function in the middle of what it does. ' +
    'Whoever can slow down what it calls makes it leave work half done.',
  serviceDefault:
    'Without `Timeout` a function is stopped after 3 seconds (https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html).',
  fix: 'set `Timeout` to a little more than the slowest call that was measured',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-400'] },
  notes: 'Strict, because the default is right for small functions.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) => demandChoice(fn, 'Timeout', 'a number of seconds'),
});
