import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { isElsewhere, rulesBehind } from './reading/rule-groups';

/** What else a way to count needs: without it AWS WAF refuses the rule. */
const neededFor: Readonly<Record<string, string>> = {
  CONSTANT: 'ScopeDownStatement',
  CUSTOM_KEYS: 'CustomKeys',
  FORWARDED_IP: 'ForwardedIPConfig',
};

function judgeLimit(limit: Value) {
  const key = limit.read('AggregateKeyType');
  if (key.isUnknown) return unknown(key);
  const needed = Object.hasOwn(neededFor, key.text ?? '') ? limit.read(neededFor[key.text!]) : undefined;
  return needed?.isAbsent ? fail(key, { wanted: `"IP", or \`${neededFor[key.text!]}\` beside it` }) : pass();
}

export default defineRule({
  id: 'waf-rate-limit',
  severity: 'low',
  strict: true,
  title: 'the web ACL lets one address send as many requests as it likes',
  why: 'Whoever guesses passwords, reads out a catalogue or wants the bill to grow sends as fast as the API answers. Throttling of the API hits everybody alike; a limit for each address hits only the one who floods.',
  serviceDefault:
    'A web ACL has the rules that it names; none counts requests by itself (https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html).',
  fix: 'add a rule with `RateBasedStatement: { AggregateKeyType: IP, Limit: 2000 }` and `Action: { Block: {} }`, or use `ApiFirewall.managed()`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-8'], cwe: ['CWE-770'] },
  notes: 'Where the web ACL refers to a group that is not in the app, it cannot be told whether that counts.',
  appliesTo: 'AWS::WAFv2::WebACL',
  check: (acl) => {
    const rules = acl.read('Rules');
    const limits = rules.items
      .flatMap(rulesBehind)
      .map((rule) => rule.read('Statement.RateBasedStatement'))
      .filter((limit) => limit.isObject);
    if (limits.length > 0) return limits.map(judgeLimit);
    return rules.items.some(isElsewhere)
      ? unknown(rules, 'rules of the web ACL are not part of it')
      : fail(rules, { got: 'no rule that counts requests', wanted: 'a rate-based rule' });
  },
});
