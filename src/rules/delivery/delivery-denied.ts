import { delivers, deliveryStepsInThisWorld } from '../../iam';
import { defineRule } from '../define-rule';
import { fail, unknown } from '../results';
import type { Result } from '../results';
import { deliveriesOf, senderTypes } from './reading/deliveries';

export default defineRule({
  id: 'delivery-denied',
  severity: 'medium',
  title: 'what is sent never arrives',
  why:
    'The receiver, or the key that it encrypts with, does not let the sending service in. Topics, rules and alarms drop the ' +
    'message without an error that anybody sees: orders are lost, and the alarm that should have told of an attack stays silent.',
  serviceDefault:
    'A queue, a topic, a function and a key let in the account alone; a service needs a statement of their policies ' +
    '(https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html#compatibility-with-aws-services), ' +
    'also where the queue takes what could not be delivered (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html, https://docs.aws.amazon.com/sns/latest/dg/sns-configure-dead-letter-queue.html).',
  fix: 'allow the service to send in the policy of the receiver, and to use its key: the L2s of the CDK do (`addSubscription`, `addTarget`, `addEventNotification`)',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-5'], cwe: ['CWE-778'] },
  notes:
    'Alarms reach a topic that has no policy of its own, because its default policy lets in the account ' +
    '(https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html).',
  appliesTo: senderTypes,
  check: (source, app) =>
    deliveriesOf(source).flatMap(({ from, to, at }) => {
      if (!from || !to || !delivers(from, to)) return [];
      const hasDefaultPolicy =
        to.is('AWS::SNS::Topic') && app.attachedTo(to, 'AWS::SNS::TopicPolicy', 'Topics').length === 0;
      if (hasDefaultPolicy && from.is('AWS::CloudWatch::Alarm')) return [];
      return deliveryStepsInThisWorld(from, to).flatMap<Result>(({ action, on, verdict }) => {
        if (verdict.decision === 'unknown') return [unknown(at, verdict.because)];
        return verdict.decision === 'denied'
          ? [fail(at, { got: `no ${action} on ${on.logicalId}`, wanted: `a policy of ${on.logicalId} that allows it` })]
          : [];
      });
    }),
});
