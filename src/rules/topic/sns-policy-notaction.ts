import { defineRule } from '../define-rule';
import { judgeAllowed, refuse } from '../statements';
import { topicPolicyTypes } from './reading/topic-policies';

export default defineRule({
  id: 'sns-policy-notaction',
  severity: 'medium',
  title: 'the topic policy allows every action but some',
  why: '`NotAction` with `Allow` allows all that is not listed, also what SNS will add tomorrow: deleting the topic, replacing this policy. A list of what is meant cannot grow by itself.',
  serviceDefault:
    'Only the owner of a topic may use it unless its policy says otherwise (https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html).',
  fix: 'list in `Action` what is allowed',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  appliesTo: topicPolicyTypes,
  check: (policy) => judgeAllowed(policy.read('PolicyDocument'), (placed) => refuse(placed, 'NotAction', '`Action`')),
});
