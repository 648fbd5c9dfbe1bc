import { Findings } from './findings';
import type { Finding, StatementOf } from './findings';
import type { NamedPolicy, Policies } from './policies';
import { accountOf, isServiceLinked } from './principal';
import { contextOf, resourceAccountOf } from './request';
import type { Request } from './request';
import type { RequestContext } from './request-context';
import { tokenize } from './term';
import { all, some } from './truth';
import type { Truth } from './truth';
import { matches } from './wildcard-matching';
import { findAction, supportsResourceControl } from '../facts/actions';

/** What comes of a request. */
export interface Verdict {
  /** `unknown` where it depends on what only the deployment decides. */
  readonly decision: 'allowed' | 'denied' | 'unknown';
  /** Why, as a sentence without a full stop. */
  readonly because: string;
  /** The statement that decided. */
  readonly statement?: StatementOf;
}

/**
 * Decides a request as AWS does: an explicit deny anywhere first, then every kind of policy that limits, then whether
 * the policies of principal and resource allow it, which in one account is one of them and across accounts both.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function evaluate(request: Request, policies: Policies): Verdict {
  const context = contextOf(request);
  const denied = explicitDeny(request, context, policies);
  if (denied.truth === 'yes') return verdict('denied', () => `${describe(denied)} denies it`, denied);

  let limited: Finding | undefined;
  for (const limit of limitsOf(request, policies)) {
    const allow = new Findings(limit.policies, 'Allow', request, context).surest();
    if (allow.truth === 'no') return verdict('denied', `${limit.what} does not allow it`);
    if (allow.truth === 'unknown') limited ??= allow;
  }

  const granted = grant(request, context, policies);
  if (granted.truth === 'no') return verdict('denied', granted.because);
  if (limited) return verdict('unknown', () => `${describe(limited)} may not allow it`, limited);
  if (denied.truth === 'unknown') return verdict('unknown', () => `${describe(denied)} may deny it`, denied);
  return verdict(granted.truth === 'yes' ? 'allowed' : 'unknown', granted.because, granted.by);
}

interface Limit {
  readonly what: string;
  readonly policies: readonly NamedPolicy[];
}

/** The policies that never grant, and each have to allow. */
function limitsOf(request: Request, policies: Policies): readonly Limit[] {
  const limits: Limit[] = [];
  if (policies.endpoint) limits.push({ what: 'the endpoint policy', policies: [policies.endpoint] });
  for (const level of resourceControl(request, policies)) {
    limits.push({ what: 'a resource control policy', policies: level });
  }
  for (const level of serviceControl(request, policies)) {
    limits.push({ what: 'a service control policy', policies: level });
  }
  return limits;
}

type Levels = readonly (readonly NamedPolicy[])[];

/**
 * Of the principal's account, for its users, roles and root user: not for services, for those whom an identity provider
 * vouches for and who have no role yet, and for the roles that are linked to a service.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
function serviceControl({ principal }: Request, policies: Policies): Levels {
  if (!policies.serviceControl) return [];
  const isLimited = /^(role|user|root)$/.test(principal.kind) && !isServiceLinked(principal);
  return isLimited ? policies.serviceControl : [];
}

/**
 * Of the resource's account; for the services that support them, and not for the roles that are linked to one.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/resource-control-policies.html
 */
function resourceControl({ principal, action }: Request, policies: Policies): Levels {
  if (!policies.resourceControl) return [];
  const isLimited = supportsResourceControl(action) && !isServiceLinked(principal);
  return isLimited ? policies.resourceControl : [];
}

function explicitDeny(request: Request, context: RequestContext, policies: Policies): Finding {
  const { identity = [], resource = [], boundary, session = [], endpoint } = policies;
  const everything = [...identity, ...resource];
  if (boundary) everything.push(boundary);
  everything.push(...session);
  if (endpoint) everything.push(endpoint);
  for (const level of [...serviceControl(request, policies), ...resourceControl(request, policies)]) {
    everything.push(...level);
  }
  const { kind } = request.principal;
  const hasBoundary = boundary !== undefined && (kind === 'role' || kind === 'user');
  return new Findings(everything, 'Deny', request, context, hasBoundary).surest();
}

interface Grant {
  readonly truth: Truth;
  /** A sentence that is made up when somebody asks, because most verdicts are read by nobody. */
  readonly because: string | (() => string);
  readonly by?: Finding;
}

/**
 * Whether somebody lets the principal, before anything limits it.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html for what the root user cannot
 */
function grant(request: Request, context: RequestContext, policies: Policies): Grant {
  const { principal } = request;
  const onResource = new Findings(policies.resource ?? [], 'Allow', request, context);
  const byResource = onResource.surest();
  if (principal.kind === 'service' || principal.kind === 'anonymous' || principal.kind === 'federated') {
    return explain(byResource, 'the policy of the resource', 'and nothing else can allow it for such a principal');
  }

  if (principal.kind === 'root' && /^sts:AssumeRole$/i.test(request.action)) {
    return { truth: 'no', because: 'the root user cannot assume a role' };
  }
  const byIdentity: Finding =
    principal.kind === 'root'
      ? { truth: 'yes' }
      : new Findings(policies.identity ?? [], 'Allow', request, context).surest();
  const limited = all(
    ceilingsOf(policies).map((limit) => new Findings(limit, 'Allow', request, context).surest().truth),
  );
  const ownSide = all([byIdentity.truth, limited]);
  const ownSideSaysNo =
    byIdentity.truth === 'no'
      ? 'no policy of the principal allows it'
      : 'its boundary or session policy does not allow it';

  const sameAccount = isSameAccount(request);
  const across: Grant =
    byResource.truth === 'no'
      ? { truth: 'no', because: 'the policy of the resource does not allow the other account to do it' }
      : ownSide === 'no'
        ? { truth: 'no', because: `the resource allows it, but ${ownSideSaysNo}, and across accounts both have to` }
        : both(all([byResource.truth, ownSide]), byIdentity, byResource);
  if (sameAccount === 'no') return across;

  const within = withinTheAccount();
  if (sameAccount === 'yes' || within.truth === across.truth) return within;
  return { truth: 'unknown', because: 'it depends on whether principal and resource are in the same account' };

  function withinTheAccount(): Grant {
    const direct = onResource.surest(['direct']);
    const toRole = onResource.surest(['role']);
    const throughResource = some([direct.truth, all([toRole.truth, limited])]);
    if (throughResource === 'yes') return allowedBy(direct.truth === 'yes' ? direct : toRole);
    const delegated = needsResourcePolicy(request) ? byResource.truth : 'yes';
    const throughIdentity = all([delegated, ownSide]);
    if (throughIdentity === 'yes') return byIdentity.policy ? allowedBy(byIdentity) : rootMay();
    if (some([throughResource, throughIdentity]) === 'unknown') {
      const open = [direct, toRole, byIdentity, byResource].find((finding) => finding.truth === 'unknown');
      const because = open ? () => `${describe(open)} may allow it` : 'a limit is not known';
      return { truth: 'unknown', because, by: open };
    }
    if (delegated === 'no') {
      return { truth: 'no', because: 'the policy of the resource does not allow it, and without that no other can' };
    }
    const named = () =>
      byResource.truth === 'yes' && byResource.statement ? `; ${describe(byResource)} names the account only` : '';
    return { truth: 'no', because: () => `${ownSideSaysNo}, and the policy of the resource does not either${named()}` };
  }
}

/** What limits the permissions of an identity; each of them has to allow. */
function ceilingsOf({ boundary, session }: Policies): readonly (readonly NamedPolicy[])[] {
  return [...(boundary ? [[boundary]] : []), ...(session && session.length > 0 ? [session] : [])];
}

/**
 * A key and a role decide themselves who is let in: the policies of the account count only as far as the key policy or
 * the trust policy says so. What is not done to a key (`kms:ListKeys`, an alias) asks no key policy.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html#term_trust-policy
 */
function needsResourcePolicy({ action, resource }: Request): boolean {
  if (/^sts:(AssumeRole|TagSession|SetSourceIdentity|SetContext)/i.test(action)) return true;
  if (!/^kms:/i.test(action) || resource.split(':')[5]?.startsWith('alias/')) return false;
  const known = findAction(action);
  return known === undefined || known.resourceTypes.some(({ name }) => name === 'key');
}

function isSameAccount(request: Request): Truth {
  const own = accountOf(request.principal);
  const other = resourceAccountOf(request);
  return own === undefined || other === undefined ? 'yes' : matches(tokenize(own), tokenize(other));
}

function explain(finding: Finding, what: string, otherwise: string): Grant {
  if (finding.truth === 'yes') return allowedBy(finding);
  if (finding.truth === 'unknown') {
    return { truth: 'unknown', because: () => `${describe(finding)} may allow it`, by: finding };
  }
  return { truth: 'no', because: `${what} does not allow it, ${otherwise}` };
}

function both(truth: Truth, identity: Finding, resource: Finding): Grant {
  const because = () => {
    const text = `${identity.policy ? describe(identity) : 'the root user'} and ${describe(resource)} allow it`;
    return truth === 'yes' ? text : `it is not known whether ${text}`;
  };
  return { truth, because, by: resource };
}

function allowedBy(finding: Finding): Grant {
  return { truth: 'yes', because: () => `${describe(finding)} allows it`, by: finding };
}

function rootMay(): Grant {
  return { truth: 'yes', because: 'the root user may do everything in its account' };
}

function describe({ policy, statement }: Finding): string {
  if (!policy) return 'no policy';
  return statement ? `${statement} of ${policy.name}` : `${policy.name} (${policy.document.because})`;
}

function verdict(decision: Verdict['decision'], because: Grant['because'], by?: Finding): Verdict {
  const statement = by?.policy ? { policy: by.policy, statement: by.statement } : undefined;
  return {
    decision,
    get because() {
      return typeof because === 'string' ? because : because();
    },
    ...(statement && { statement }),
  };
}
