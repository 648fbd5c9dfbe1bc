import { defineRule } from '../define-rule';
import { demand, fail, isSaid } from '../results';
import { subscriptionsIn, subscriptionTypes } from './reading/subscriptions';

export default defineRule({
  id: 'sns-subscription-dlq',
  severity: 'low',
  title: 'messages that cannot be delivered are dropped',
  why: 'When the function, queue or endpoint is gone or forbids delivery, SNS drops the message at once, otherwise when its retries end. Nobody is told that an order or an alarm is lost.',
  serviceDefault:
    'SNS drops what it cannot deliver unless the subscription has a dead-letter queue (https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html).',
  fix: 'set `RedrivePolicy: { deadLetterTargetArn }` of the subscription (`deadLetterQueue`)',
  references: { owaspServerless: ['S10'], csaServerless: ['SAS-10'], cwe: ['CWE-778'] },
  notes: 'Mail and SMS pass: what a person did not get is not sent again by a machine.',
  appliesTo: subscriptionTypes,
  check: (holder) =>
    subscriptionsIn(holder)
      .filter((subscription) => !subscription.read('Protocol').is('email', 'email-json', 'sms'))
      .map((subscription) =>
        holder.is('AWS::SNS::Topic')
          ? fail(subscription, {
              got: 'one that can have none',
              wanted: 'an AWS::SNS::Subscription with RedrivePolicy',
            })
          : demand(holder.read('RedrivePolicy'), isSaid, 'a dead-letter queue'),
      ),
});
