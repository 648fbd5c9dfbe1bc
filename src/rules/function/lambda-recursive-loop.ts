import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'lambda-recursive-loop',
  severity: 'high',
  title: 'Lambda does not stop the function from calling itself for ever',
  why:
    'One event that makes the function write to what triggers it goes round without end, be it by mistake or sent on purpose. ' +
    'The account pays for each round, and the loop takes the concurrency that other functions need.',
  serviceDefault: 'Without `RecursiveLoop` Lambda ends a loop after about 16 rounds.',
  fix: 'remove `RecursiveLoop: Allow`, and write to something else than what triggers the function',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-674'] },
  notes: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) => demand(fn.read('RecursiveLoop'), (mode) => !mode.is('Allow'), '"Terminate"'),
});
