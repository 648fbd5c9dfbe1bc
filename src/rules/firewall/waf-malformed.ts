import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import type { Result } from '../results';

const groups = ['ManagedRuleGroupStatement', 'RuleGroupReferenceStatement'];

/** One entry, as AWS WAF wants it of what is a choice: `{ Block: {} }`. */
function judgeChoice(choice: Value): readonly Result[] {
  if (choice.isUnknown) return [unknown(choice)];
  const made = choice.entries.filter(([, value]) => !value.isAbsent);
  return made.length === 1 ? [] : [fail(choice, { wanted: 'exactly one entry' })];
}

/** A group of rules has actions of its own, which `OverrideAction` leaves or takes. */
function judgeRule(rule: Value): readonly Result[] {
  if (rule.isUnknown) return [unknown(rule)];
  const statement = rule.read('Statement');
  if (statement.isUnknown) return [unknown(statement)];
  const [action, override] = [rule.read('Action'), rule.read('OverrideAction')];
  const isGroup = groups.some((name) => !statement.read(name).isAbsent);
  const [needed, other] = isGroup ? [override, action] : [action, override];
  return [
    ...judgeChoice(statement),
    ...judgeChoice(needed),
    ...(other.isAbsent ? [] : [fail(other, { wanted: 'nothing: it is for the other kind of rule' })]),
    ...statement
      .read('ManagedRuleGroupStatement.RuleActionOverrides')
      .items.flatMap((one) => judgeChoice(one.read('ActionToUse'))),
  ];
}

export default defineRule({
  id: 'waf-malformed',
  severity: 'low',
  title: 'the web ACL is one that AWS WAF refuses',
  why: 'The deployment fails, and what people repair in a hurry is often what stood in the way: the rule that blocks, or the firewall as a whole.',
  serviceDefault:
    'AWS WAF takes exactly one default action, one statement for each rule, and an `Action` or, for a group of rules, an `OverrideAction` (https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html).',
  fix: 'write one entry for each choice, such as `Block: {}`; `OverrideAction: { None: {} }` beside a group of rules',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-693'] },
  appliesTo: 'AWS::WAFv2::WebACL',
  check: (acl) => [...judgeChoice(acl.read('DefaultAction')), ...acl.read('Rules').items.flatMap(judgeRule)],
});
