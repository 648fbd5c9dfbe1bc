import { defineRule } from '../define-rule';
import { demandChoice } from '../results';

export default defineRule({
  id: 'lambda-memory-default',
  severity: 'low',
  strict: true,
  title: 'nobody chose the memory of the function',
  why:
    'With 128 MB, and the share of a processor that goes with it, a large event makes many functions slow or fail. ' +
    'Whoever can send such events keeps them busy until they time out, and the account pays.',
  serviceDefault:
    'Without `MemorySize` a function has 128 MB (https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html).',
  fix: 'set `MemorySize` to what was measured',
  references: { csaServerless: ['SAS-8'], cwe: ['CWE-400'] },
  notes: 'Strict, because the default is right for small functions.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) => demandChoice(fn, 'MemorySize', 'a number of megabytes'),
});
