import { defineRule } from '../define-rule';
import { judgeInjection } from './reading/injection';
import { strangersWho } from './reading/strangers';
import { policiesOfTopic } from '../topic/reading/topic-policies';

export default defineRule({
  id: 'sns-event-injection',
  severity: 'high',
  title: 'strangers can publish to the topic whose subscriber writes to data or calls on',
  why:
    'Somebody outside publishes a message of their own; the topic passes it on under its own name, so that queue policy and function permission, which ask for the topic, let it through; ' +
    'the subscriber acts on it with its role. What looks like an event of the application is the wish of an attacker.',
  serviceDefault:
    'A topic without a policy takes messages from its owner only; to its subscribers every message comes from the topic (https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html).',
  fix: 'name the roles that publish in `Principal` of the topic policy; for a service add `ArnEquals: { aws:SourceArn }`',
  references: { owaspServerless: ['S1', 'S5'], csaServerless: ['SAS-1', 'SAS-9'], cwe: ['CWE-285', 'CWE-441'] },
  notes:
    'A whole account that is named is a medium finding; a role of another account, an organization and a source that are named pass. ' +
    'EventBridge passes without a condition, as AWS documents its policy. Queues between topic and function are followed.',
  appliesTo: 'AWS::SNS::Topic',
  check: (topic, app) => judgeInjection(strangersWho(['sns:Publish'], topic, policiesOfTopic(topic, app)), topic, app),
});
