import { nameTheSource } from '../../iam/limiting-conditions';
import { not } from '../../iam/truth';
import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { busPolicy, busPolicyTypes } from '../event-bus/reading/bus-policies';
import { queuePolicyTypes } from '../queue/reading/queue-policies';
import { failIf, judgeAllowed } from '../statements';
import { topicPolicyTypes } from '../topic/reading/topic-policies';

/** SES writes the account into the referer of what it stores in S3, besides its source. */
const alsoNaming = ['aws:referer', 'events:creatoraccount'];

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html */
function sendsNoSource(policy: Resource, service: string): boolean {
  if (topicPolicyTypes.includes(policy.type)) return service === 'events.amazonaws.com';
  return policy.is('AWS::Logs::ResourcePolicy') && /^(events|delivery\.logs)\.amazonaws\.com$/.test(service);
}

function documentOf(policy: Resource): Value {
  return busPolicyTypes.includes(policy.type) ? busPolicy(policy) : policy.read('PolicyDocument');
}

export default defineRule({
  id: 'queue-topic-confused-deputy',
  severity: 'high',
  title: 'a service may use the resource for anybody',
  why:
    'A service acts for all of its customers. ' +
    'Where the policy does not say for whom, somebody in another account makes the service send their messages and events here, or read what is here.',
  serviceDefault:
    'A service principal in a policy stands for the service, whoever it works for (https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html).',
  fix: 'add `ArnLike: { aws:SourceArn }` with the resource that sends, or `StringEquals: { aws:SourceAccount: !Ref AWS::AccountId }`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-9'], cwe: ['CWE-441'] },
  notes:
    'AWS documents the policies for rules of EventBridge that publish to topics and write to log groups without a condition: these pass. ' +
    'Keys have a rule of their own, `kms-multi-service-key`, and trust policies `role-trust-confused-deputy`.',
  appliesTo: [
    ...queuePolicyTypes,
    ...topicPolicyTypes,
    ...busPolicyTypes,
    'AWS::S3::BucketPolicy',
    'AWS::Logs::ResourcePolicy',
  ],
  check: (policy) =>
    judgeAllowed(documentOf(policy), ({ statement, at }) => {
      const services = (statement.principal?.named ?? []).filter(({ type }) => type === 'Service');
      if (services.every(({ term }) => sendsNoSource(policy, term.toString()))) return [];
      return failIf(not(nameTheSource(statement.conditions, alsoNaming)), at.read('Principal'), {
        wanted: 'the condition `aws:SourceArn` or `aws:SourceAccount`',
      });
    }),
});
