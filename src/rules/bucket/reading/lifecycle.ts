import type { Resource, Value } from '../../../template';
import { fail, unknown } from '../../results';
import type { Result } from '../../results';

/** Demands a lifecycle rule that is enabled and does something to the whole bucket, or to a part that is named. */
export function demandAction(bucket: Resource, actions: readonly string[], wanted: string): readonly Result[] {
  const rules = bucket.read('LifecycleConfiguration.Rules');
  const unsure = [rules, ...rules.items.map((rule) => rule.read('Status'))].find((value) => value.isUnknown);
  if (rules.items.some((rule) => isEnabled(rule) && actions.some((action) => !rule.read(action).isAbsent))) return [];
  return [unsure ? unknown(unsure) : fail(rules, { got: 'no such lifecycle rule', wanted })];
}

function isEnabled(rule: Value): boolean {
  return rule.read('Status').is('Enabled');
}
