import type { Resource, Value } from '../../../template';

/** The kinds of resource that hold a policy for an event bus. */
export const busPolicyTypes = ['AWS::Events::EventBusPolicy', 'AWS::Events::EventBus'];

/** What holds the statements; `Statement` of an event bus policy is one statement, with no document around it. */
export function busPolicy(holder: Resource): Value {
  return holder.is('AWS::Events::EventBus') ? holder.read('Policy') : holder.properties;
}

/**
 * The account that may put events by the older properties, in place of a statement: a number, or `*`.
 *
 * Absent where their condition limits it to an organization.
 */
export function principalWithoutStatement(holder: Resource): Value | undefined {
  if (!holder.is('AWS::Events::EventBusPolicy') || !holder.read('Statement').isAbsent) return undefined;
  return holder.read('Condition').isAbsent ? holder.read('Principal') : undefined;
}
