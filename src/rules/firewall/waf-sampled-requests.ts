import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'waf-sampled-requests',
  severity: 'low',
  strict: true,
  title: 'the firewall keeps no sample of the requests that it stops',
  why: 'A metric says that something was stopped, a sample says what. Without it nobody sees during an attack what is being tried, or that a rule stops customers.',
  serviceDefault:
    'The property is required: a web ACL and each of its rules say whether they keep samples, for three hours (https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-testing-view-sample.html).',
  fix: 'set `VisibilityConfig.SampledRequestsEnabled: true`',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  notes:
    'Strict, because a log of all requests says the same and more, and samples show headers that a log may redact.',
  appliesTo: ['AWS::WAFv2::WebACL', 'AWS::WAFv2::RuleGroup'],
  check: (acl) =>
    [acl, ...acl.read('Rules').items].map((holder) =>
      demand(holder.read('VisibilityConfig.SampledRequestsEnabled'), (enabled) => enabled.isTrue, 'true'),
    ),
});
