import { topicPolicyTypes } from './reading/topic-policies';
import { isPatternFor } from '../../iam/broad-patterns';
import type { Term } from '../../iam/term';
import { defineRule } from '../define-rule';
import { isForOthers } from '../queue/reading/others';
import { fail } from '../results';
import { actionsThat, judgeAllowed } from '../statements';

/** Whoever may do these decides who else may use the topic. */
const administrative = ['sns:AddPermission', 'sns:RemovePermission', 'sns:SetTopicAttributes', 'sns:DeleteTopic'];

function isTooMuch(action: Term): boolean {
  return administrative.some((name) => isPatternFor(action, name));
}

export default defineRule({
  id: 'sns-policy-wildcard-action',
  severity: 'high',
  title: 'the topic policy lets others administer the topic',
  why: 'Whoever may add permissions or set attributes replaces the policy, the key and the delivery of the topic, and lets in whom they like. What they need is to publish, or to subscribe.',
  serviceDefault:
    'Only the owner of a topic may use it unless its policy says otherwise (https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html).',
  fix: 'list the actions that are needed, such as `sns:Publish`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4'], cwe: ['CWE-732'] },
  notes: 'The account of the topic itself may be given everything: so says the policy that SNS writes for new topics.',
  appliesTo: topicPolicyTypes,
  check: (policy) =>
    judgeAllowed(policy.read('PolicyDocument'), (placed) =>
      isForOthers(placed.statement, policy)
        ? actionsThat(placed, isTooMuch).map((action) => fail(action, { wanted: 'the actions that are needed' }))
        : [],
    ),
});
