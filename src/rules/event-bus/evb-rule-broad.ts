import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand, pass } from '../results';

/** Fields that every event has. */
const everywhere = ['id', 'source', 'detail-type', 'time', 'resources', 'detail'];

/** Whether a field of a pattern matches every event of an account. */
function isOfEvery(field: string, values: Value): boolean {
  if (['account', 'version', 'region'].includes(field)) return true;
  return values.items.some(
    (item) =>
      item.isObject &&
      (item.read('prefix').is('') || item.read('wildcard').is('*') || item.read('exists').isTrue) &&
      everywhere.includes(field),
  );
}

export default defineRule({
  id: 'evb-rule-broad',
  severity: 'medium',
  title: 'the rule takes every event of the account',
  why: 'All services put their events on the default bus. The target gets every one of them, with whatever somebody wrote into a name or a tag, and runs as often as they like.',
  serviceDefault:
    'A rule takes the events in which every field of its pattern matches; `account` alone matches all (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-patterns-best-practices.html).',
  fix: 'add `source` and `detail-type` to `EventPattern`',
  references: { owaspServerless: ['S1'], csaServerless: ['SAS-1', 'SAS-9'], cwe: ['CWE-183'] },
  notes: 'On a bus of its own a rule for everything, such as one that archives, is meant.',
  appliesTo: 'AWS::Events::Rule',
  check: (rule) => {
    const bus = rule.read('EventBusName');
    const pattern = rule.read('EventPattern');
    if ((!bus.isAbsent && !bus.is('default')) || rule.read('State').is('DISABLED')) return pass();
    return demand(
      pattern,
      () => !pattern.isObject || pattern.entries.some(([field, values]) => !isOfEvery(field, values)),
      'a pattern with `source` and `detail-type`',
    );
  },
});
