import { defineRule } from '../define-rule';
import { demandChoice } from '../results';

export default defineRule({
  id: 'lambda-reserved-concurrency',
  severity: 'medium',
  strict: true,
  title: 'nothing limits how many calls of the function run at once',
  why:
    'A flood of calls takes the concurrency that all functions of the account share, and the others are throttled. ' +
    'The account pays for each call.',
  serviceDefault:
    'Without `ReservedConcurrentExecutions` a function may take all unreserved concurrency of the account, 1,000 by default.',
  fix: 'set `ReservedConcurrentExecutions` (`reservedConcurrentExecutions`) to what the load needs, if the account keeps 100 that nobody reserves',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-770'] },
  notes:
    'Strict, because AWS keeps 100 unreserved and new accounts may have as few as 10 in all, where it does not deploy: ' +
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) => demandChoice(fn, 'ReservedConcurrentExecutions', 'a number of calls'),
});
