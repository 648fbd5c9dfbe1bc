import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'waf-metrics',
  severity: 'low',
  title: 'the firewall counts nothing that an alarm could look at',
  why: 'A wave of requests that are stopped is the first sign of an attack. Without metrics nobody is told of it.',
  serviceDefault:
    'The property is required: a web ACL and each of its rules say whether they count (https://docs.aws.amazon.com/waf/latest/APIReference/API_VisibilityConfig.html).',
  fix: 'set `VisibilityConfig.CloudWatchMetricsEnabled: true`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], fsbp: ['WAF.12'], cwe: ['CWE-778'] },
  appliesTo: ['AWS::WAFv2::WebACL', 'AWS::WAFv2::RuleGroup'],
  check: (acl) =>
    [acl, ...acl.read('Rules').items].map((holder) =>
      demand(holder.read('VisibilityConfig.CloudWatchMetricsEnabled'), (enabled) => enabled.isTrue, 'true'),
    ),
});
