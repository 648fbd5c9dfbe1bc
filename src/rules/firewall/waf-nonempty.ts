import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'waf-nonempty',
  severity: 'medium',
  title: 'the web ACL, or the group of rules, has no rules',
  why: 'Everybody relies on a firewall that looks at nothing. All requests get the default action.',
  serviceDefault:
    'A web ACL without rules does its default action with every request (https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html).',
  fix: 'add `Rules`, such as the managed groups of AWS',
  references: { owaspServerless: ['S1'], csaServerless: ['SAS-1'], fsbp: ['WAF.10'], cwe: ['CWE-693'] },
  appliesTo: ['AWS::WAFv2::WebACL', 'AWS::WAFv2::RuleGroup'],
  check: (acl) => {
    const rules = acl.read('Rules');
    return demand(rules, () => rules.items.length > 0 || acl.read('DefaultAction.Block').isObject, 'rules');
  },
});
