import type { Resource, Value } from '../../../template';

/** What may hold subscriptions, with `Protocol` and `Endpoint`: the topic itself does in a list. */
export const subscriptionTypes = ['AWS::SNS::Subscription', 'AWS::SNS::Topic'];

/** The subscriptions that a resource of {@link subscriptionTypes} holds. */
export function subscriptionsIn(holder: Resource): readonly Value[] {
  return holder.is('AWS::SNS::Topic') ? holder.read('Subscription').items : [holder.properties];
}
