import { Effect, type PolicyStatement } from 'aws-cdk-lib/aws-iam';

/**
 * Actions that grants of the L2s write on `*`, because AWS has no resource for them, and that neither tell nor change anything of
 * anybody: who reviews a `*` need not look at them.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html
 */
const withoutResource: Readonly<Record<string, { readonly policy: string; readonly reason: string }>> = {
  'secretsmanager:GetRandomPassword': {
    policy: 'RandomPasswordPolicy',
    reason: 'Making up a password is about no secret: AWS has no resource to which it could be limited.',
  },
};

/** The policy apart from the grants that such a statement belongs into, so that its `*` hides no other. */
export function policyWithoutResource({
  effect,
  actions,
  resources,
}: PolicyStatement): { readonly policy: string; readonly reason: string } | undefined {
  const [action] = actions;
  const isAlone = effect === Effect.ALLOW && actions.length === 1 && resources.join() === '*';
  return isAlone && Object.hasOwn(withoutResource, action) ? withoutResource[action] : undefined;
}
