import { accountNamed, isHomeAccount } from '../../iam/home-account';
import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import { demand, fail } from '../results';
import { subscriptionsIn, subscriptionTypes } from './reading/subscriptions';

function isOfHome(endpoint: Value, resource: Resource): boolean {
  const account = accountNamed(endpoint.text ?? '');
  return account === undefined || isHomeAccount(account, resource);
}

export default defineRule({
  id: 'sns-raw-cross-account',
  severity: 'low',
  strict: true,
  title: 'messages go to another account, or to a mailbox',
  why: 'What is published leaves the account, and the access control, the keys and the logs that hold here. Nobody here sees who reads it there.',
  serviceDefault:
    'SNS delivers to whatever confirms the subscription (https://docs.aws.amazon.com/sns/latest/dg/sns-send-message-to-sqs-cross-account.html).',
  fix: 'subscribe a queue or a function of this account, and send on from there what is meant for others',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-9'], cwe: ['CWE-668'] },
  notes: 'An account number is that of another account unless the stack is known to be deployed to it.',
  appliesTo: subscriptionTypes,
  check: (holder) =>
    subscriptionsIn(holder).map((subscription) => {
      if (subscription.read('Protocol').is('email', 'email-json')) {
        return fail(subscription.read('Protocol'), { wanted: 'an endpoint of this account' });
      }
      const endpoint = subscription.read('Endpoint');
      return demand(endpoint, (value) => isOfHome(value, holder), 'an endpoint of this account');
    }),
});
