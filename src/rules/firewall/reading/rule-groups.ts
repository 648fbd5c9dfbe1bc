import type { Resource, Value } from '../../../template';

const reference = 'Statement.RuleGroupReferenceStatement';

function groupOf(rule: Value): Resource | undefined {
  const { target } = rule.read(`${reference}.Arn`);
  return target?.is('AWS::WAFv2::RuleGroup') ? target : undefined;
}

/** Whether what a rule does stands elsewhere: in a group that is not in the app. */
export function isElsewhere(rule: Value): boolean {
  return rule.isUnknown || (!rule.read(reference).isAbsent && !groupOf(rule));
}

/** The rule, or the rules of the group of the app that it refers to, unless they shall only count. */
export function rulesBehind(rule: Value): readonly Value[] {
  const group = groupOf(rule);
  if (!group) return [rule];
  return rule.read('OverrideAction.Count').isObject ? [] : group.read('Rules').items;
}
