import { isPatternFor } from './broad-patterns';
import type { Condition } from './condition';
import { isFixed, isPositive } from './limiting-conditions';
import type { PlacedStatement } from './placed-statements';
import type { Term } from './term';
import { all, not, some, truthOf } from './truth';
import type { Truth } from './truth';
import type { Value } from '../template/value';

/** What in the token of an issuer that serves many tenants says whose it is. */
interface SharedIssuer {
  readonly host: string;
  readonly claims: readonly string[];
}

/**
 * Issuers that give tokens to anybody: without a condition on one of the claims every tenant of theirs is trusted.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
const sharedIssuers: readonly SharedIssuer[] = [
  {
    host: 'token.actions.githubusercontent.com',
    claims: [
      'sub',
      'repository',
      'repository_id',
      'repository_owner',
      'repository_owner_id',
      'job_workflow_ref',
      'enterprise_id',
      'actor',
      'actor_id',
    ],
  },
  { host: 'gitlab.com', claims: ['sub'] },
  { host: 'app.terraform.io', claims: ['sub'] },
  { host: 'agent.buildkite.com', claims: ['sub'] },
  { host: 'oidc.codefresh.io', claims: ['sub'] },
  { host: 'oidc-configuration.audit-log.githubusercontent.com', claims: ['sub'] },
  { host: 'proidc.upbound.io', claims: ['sub'] },
  { host: 'scalr.io', claims: ['sub'] },
  { host: 'studio.datachain.ai/api', claims: ['sub'] },
  { host: 'tokens.cloud.shisho.dev', claims: ['sub'] },
  { host: 'api.pulumi.com/oidc', claims: ['aud', 'sub'] },
  { host: 'oidc.vercel.com', claims: ['aud', 'sub'] },
  { host: 'cognito-identity.amazonaws.com', claims: ['aud', 'sub'] },
  { host: 'accounts.google.com', claims: ['aud', 'oaud', 'sub'] },
  { host: 'www.amazon.com', claims: ['app_id', 'user_id'] },
  { host: 'graph.facebook.com', claims: ['app_id', 'id'] },
];

/**
 * Whether a statement of a trust policy lets in whoever has a token of an identity provider, whoever it was given to.
 */
export function trustsAnyToken({ statement, at }: PlacedStatement): Truth {
  if (!statement.actions.some((action) => isPatternFor(action, 'sts:AssumeRoleWithWebIdentity'))) return 'no';
  const federated = at.read('Principal').read('Federated').items;
  return some(
    federated
      .map((provider) => issuerOf(provider))
      .filter((issuer) => issuer !== 'SAML')
      .map((issuer) => not(some(statement.conditions.map((condition) => tellsWhose(condition, issuer))))),
  );
}

/** The host and path of the issuer; `undefined` where it is not known. */
function issuerOf(provider: Value): string | undefined {
  const { target, text } = provider;
  if (target?.is('AWS::IAM::SAMLProvider') || text?.includes(':saml-provider/')) return 'SAML';
  if (target && /OpenIdConnectProvider$|OIDCProvider$/.test(target.type)) {
    return target.read('Url').text?.replace(/^https:\/\//, '');
  }
  if (provider.isUnknown || text === undefined) return undefined;
  return /:oidc-provider\/(.+)$/.exec(text)?.[1] ?? text;
}

function tellsWhose({ operator, key, values }: Condition, issuer: string | undefined): Truth {
  if (operator === 'unknown') return 'unknown';
  const separator = key.lastIndexOf(':');
  const [host, claim] = [key.slice(0, separator).toLowerCase(), key.slice(separator + 1).toLowerCase()];
  const of = issuer?.toLowerCase() ?? host;
  if (!isPositive(operator) || host !== of) return 'no';
  const shared = sharedIssuers.find((one) => one.host === of);
  if (shared && !shared.claims.includes(claim)) return 'no';
  const told = all(values.map(namesTenant));
  return issuer === undefined && !shared && told === 'yes' && claim !== 'sub' ? 'unknown' : told;
}

/** `repo:octo-org/shop:*`, but not `repo:*` and not `repo:octo-org*`, which others can register names for. */
function namesTenant(value: Term): Truth {
  const text = value.toString();
  if (!/[*?]/.test(text)) return isFixed(value);
  return truthOf(
    /^([\w-]+:)?[^*?:/]+[/:]/.test(text) && !/^[\w-]+:[*?]/.test(text) && !/^[\w-]+:[^*?/:]*[*?]/.test(text),
  );
}
