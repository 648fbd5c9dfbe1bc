import { defineRule } from '../define-rule';
import { demand } from '../results';
import { subscriptionsIn, subscriptionTypes } from './reading/subscriptions';

export default defineRule({
  id: 'sns-subscription-http',
  severity: 'high',
  title: 'the messages are delivered over plain HTTP',
  why: 'Everybody on the way to the endpoint reads the messages, and can change them. An endpoint that takes HTTP also takes messages of strangers.',
  serviceDefault:
    'SNS delivers with the protocol of the subscription, and HTTP is one (https://docs.aws.amazon.com/sns/latest/dg/sns-subscribe-https-s-endpoints-to-topic.html).',
  fix: 'set `Protocol: https` and an `https://` endpoint',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-319'] },
  appliesTo: subscriptionTypes,
  check: (holder) =>
    subscriptionsIn(holder).map((subscription) =>
      demand(subscription.read('Protocol'), (protocol) => !protocol.is('http'), '"https"'),
    ),
});
