import { defineRule } from '../define-rule';
import { demand, isSaid } from '../results';

export default defineRule({
  id: 'evb-target-dlq',
  severity: 'low',
  title: 'events that cannot be delivered are dropped',
  why: 'When the target is gone, forbids delivery or is overloaded for a day, EventBridge drops the event. Nobody is told that an order or an alarm is lost.',
  serviceDefault:
    'EventBridge retries for 24 hours and drops the event unless the target has a dead-letter queue (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html).',
  fix: 'set `DeadLetterConfig: { Arn }` of the target (`deadLetterQueue`)',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-10'], cwe: ['CWE-778'] },
  appliesTo: 'AWS::Events::Rule',
  check: (rule) =>
    rule
      .read('Targets')
      .items.map((target) => demand(target.read('DeadLetterConfig.Arn'), isSaid, 'a dead-letter queue')),
});
