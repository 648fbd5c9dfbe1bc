import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import { isElsewhere } from './reading/rule-groups';

const log4j = ['Log4JRCE', 'Log4JRCE_HEADER', 'Log4JRCE_BODY', 'Log4JRCE_QUERYSTRING', 'Log4JRCE_URIPATH'];

function isOff(rule: Value): boolean {
  const group = rule.read('Statement.ManagedRuleGroupStatement');
  const excluded = group.read('ExcludedRules').items.some((one) => one.read('Name').is(...log4j));
  const counted = group
    .read('RuleActionOverrides')
    .items.some((one) => one.read('Name').is(...log4j) && !one.read('ActionToUse.Block').isObject);
  return excluded || counted || rule.read('OverrideAction.Count').isObject;
}

export default defineRule({
  id: 'waf-log4j',
  severity: 'medium',
  title: 'the web ACL lets known attacks such as Log4Shell through',
  why: 'A text in a header is enough to run code on a server with an old Log4j, and scanners still send it. The managed group that stops it, and other inputs that are known to be bad, is not there or only counts.',
  serviceDefault:
    'A web ACL has the rules that it names (https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html).',
  fix: 'add the managed group `AWSManagedRulesKnownBadInputsRuleSet` of AWS with `OverrideAction: { None: {} }`',
  references: { owaspServerless: ['S9'], csaServerless: ['SAS-1'], cwe: ['CWE-693'] },
  notes:
    'No group of your own can hold the managed one. Where the web ACL refers to a group that is not in the app, it cannot be told whether that has such rules.',
  appliesTo: 'AWS::WAFv2::WebACL',
  check: (acl) => {
    const rules = acl.read('Rules');
    const named = rules.items.filter((rule) =>
      rule.read('Statement.ManagedRuleGroupStatement.Name').is('AWSManagedRulesKnownBadInputsRuleSet'),
    );
    if (named.length > 0) {
      return named.map((rule) =>
        isOff(rule) ? fail(rule, { got: 'rules that only count', wanted: 'them to block' }) : pass(),
      );
    }
    if (rules.items.some(isElsewhere)) return unknown(rules, 'rules of the web ACL are not part of it');
    return fail(rules, { got: 'no rules for known bad inputs', wanted: 'AWSManagedRulesKnownBadInputsRuleSet' });
  },
});
