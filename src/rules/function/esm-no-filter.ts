import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'esm-no-filter',
  severity: 'low',
  strict: true,
  title: 'the function gets every record of the source',
  why:
    'A source that several producers share carries records that the function was not written for. ' +
    'Whoever can write to it reaches the code of the function with whatever they like.',
  serviceDefault:
    'Without `FilterCriteria` Lambda passes every record on (https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html).',
  fix: 'set `FilterCriteria` to the records that the function handles',
  references: { owaspServerless: ['S1'], csaServerless: ['SAS-1', 'SAS-9'], cwe: ['CWE-20'] },
  notes: 'Strict, because a source with one kind of record needs no filter.',
  appliesTo: 'AWS::Lambda::EventSourceMapping',
  check: (mapping) => demand(mapping.read('FilterCriteria.Filters'), (filters) => filters.items.length > 0, 'a filter'),
});
