import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import { isElsewhere } from './reading/rule-groups';

/** @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html */
const groups: Readonly<Record<string, string>> = {
  AWSManagedRulesCommonRuleSet: 'common attacks such as cross-site scripting and path traversal',
  AWSManagedRulesAmazonIpReputationList: 'addresses that are known to be hostile',
};

export default defineRule({
  id: 'waf-managed-rules',
  severity: 'low',
  strict: true,
  title: 'the web ACL lacks rules that AWS maintains for everybody',
  why: 'Scanners try the same few hundred attacks on every address, from hosts that AWS has long since seen. Without these groups each of them reaches the code of the application.',
  serviceDefault:
    'A web ACL has the rules that it names (https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html).',
  fix: 'add `AWSManagedRulesCommonRuleSet` and `AWSManagedRulesAmazonIpReputationList` with `OverrideAction: { None: {} }`',
  references: { owaspServerless: ['S1'], csaServerless: ['SAS-1'], cwe: ['CWE-693'] },
  notes: 'Strict, because other vendors sell such groups. The group for known bad inputs is the matter of `waf-log4j`.',
  appliesTo: 'AWS::WAFv2::WebACL',
  check: (acl) => {
    const rules = acl.read('Rules');
    const unsure = rules.items.some(isElsewhere);
    return Object.entries(groups).flatMap(([group, stops]) => {
      const rule = rules.items.find((one) => one.read('Statement.ManagedRuleGroupStatement.Name').is(group));
      if (!rule && unsure) return unknown(rules, 'rules of the web ACL are not part of it');
      if (!rule) return fail(rules, { got: `nothing against ${stops}`, wanted: group });
      const counts = rule.read('OverrideAction.Count');
      return counts.isObject ? fail(counts, { got: 'rules that only count', wanted: 'them to block' }) : [];
    });
  },
});
