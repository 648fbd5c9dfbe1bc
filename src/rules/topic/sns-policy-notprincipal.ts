import { defineRule } from '../define-rule';
import { judgeAllowed, refuse } from '../statements';
import { topicPolicyTypes } from './reading/topic-policies';

export default defineRule({
  id: 'sns-policy-notprincipal',
  severity: 'high',
  title: 'the topic policy lets in everybody but some',
  why: '`NotPrincipal` with `Allow` names who is left out and lets all others in: every other account, and callers without one. A list of what is meant cannot grow by itself.',
  serviceDefault:
    'Only the owner of a topic may use it unless its policy says otherwise (https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html).',
  fix: 'name in `Principal` who is let in',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes:
    'IAM supports `NotPrincipal` with `Deny` only (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html): with `Allow` it stands in older policies, or is refused at deployment.',
  appliesTo: topicPolicyTypes,
  check: (policy) =>
    judgeAllowed(policy.read('PolicyDocument'), (placed) => refuse(placed, 'NotPrincipal', '`Principal`')),
});
