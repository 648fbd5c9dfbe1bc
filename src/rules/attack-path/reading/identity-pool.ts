import { arnOf, evaluate } from '../../../iam';
import type { Truth } from '../../../iam';
import { resourcePolicies } from '../../../iam/resource-policies';
import { Term } from '../../../iam/term';
import type { Resource, Value } from '../../../template';

/**
 * The services that credentials of a guest reach in the enhanced flow, of those that hold data or run something: the
 * session policy that Cognito puts on them allows nothing else. In the classic flow there is none.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies-scope-down-services
 */
const guestServices = /^(dynamodb|s3|lambda|execute-api|appsync|sqs|sns|firehose|logs|cloudwatch|ses|iot|sdb|kms):/;

/** Of some actions those that a guest of the pool can use at all. */
export function forGuests(pool: Resource | undefined, actions: readonly string[]): readonly string[] {
  return pool?.read('AllowClassicFlow').isTrue ? actions : actions.filter((action) => guestServices.test(action));
}

/** Whether the pool gives credentials to somebody who is not signed in; a pool elsewhere may. */
export function letsGuestsIn(pool: Resource | undefined): Truth {
  const allowed = pool?.read('AllowUnauthenticatedIdentities');
  if (allowed === undefined || allowed.isUnknown) return 'unknown';
  return allowed.isTrue ? 'yes' : 'no';
}

/**
 * Whether the token of a guest is enough for a role that is meant for users: its trust policy does not ask for
 * `amr: authenticated`.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
 */
export function trustsGuests(role: Resource, poolId: Value): Truth {
  const { decision } = evaluate(
    {
      principal: { kind: 'federated', provider: 'cognito-identity.amazonaws.com' },
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: arnOf(role),
      context: {
        'cognito-identity.amazonaws.com:aud': Term.of(poolId.resolved).toString(),
        'cognito-identity.amazonaws.com:amr': ['unauthenticated'],
      },
    },
    { resource: resourcePolicies(role) },
  );
  return ({ allowed: 'yes', denied: 'no', unknown: 'unknown' } as const)[decision];
}

/** Who can become a user of the pool without anybody's doing; `undefined` where an administrator makes every user. */
export function selfSignUp(pool: Resource): string | undefined {
  const outside = ['SupportedLoginProviders', 'OpenIdConnectProviderARNs'].find((name) => !pool.read(name).isAbsent);
  if (outside !== undefined) return `anybody with an account of ${outside}`;
  const userPools = pool
    .read('CognitoIdentityProviders')
    .items.flatMap((provider) => provider.read('ProviderName').targets);
  const open = userPools.filter((users) => users.is('AWS::Cognito::UserPool')).find(isOpen);
  return open && `anybody who signs up with ${open.logicalId}`;
}

function isOpen(users: Resource): boolean {
  const only = users.read('AdminCreateUserConfig.AllowAdminCreateUserOnly');
  return only.isAbsent || only.isFalse;
}
