import { conditionsHold, glob, list, partsOfArn } from './naive-conditions';
import type { ConditionBlock, Context } from './naive-conditions';
import type { Principal } from '../../../src/iam';

export interface JsonStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: NamedPrincipals;
  readonly NotPrincipal?: NamedPrincipals;
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: ConditionBlock;
}

export type NamedPrincipals = '*' | Readonly<Record<string, string | readonly string[]>>;

export type JsonPolicy = readonly JsonStatement[];

export interface NaiveRequest {
  readonly principal: Principal;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly context: Context;
}

export interface NaivePolicies {
  readonly identity: readonly JsonPolicy[];
  readonly resource: readonly JsonPolicy[];
  readonly boundary?: JsonPolicy;
  readonly session?: readonly JsonPolicy[];
  readonly serviceControl?: readonly (readonly JsonPolicy[])[];
  readonly resourceControl?: readonly (readonly JsonPolicy[])[];
  readonly endpoint?: JsonPolicy;
}

type Way = 'itself' | 'its role' | 'its account';

/**
 * Who may do what, once more, in the order of the flow charts: it shares nothing with the evaluator that it is held
 * against, and knows no value that is unknown.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function isAllowed(request: NaiveRequest, policies: NaivePolicies): boolean {
  const { principal, action } = request;
  const own = accountOf(principal);
  const isIdentity = principal.kind === 'role' || principal.kind === 'user' || principal.kind === 'root';
  const organization = isIdentity ? (policies.serviceControl ?? []) : [];
  const resourceControl = policies.resourceControl ?? [];
  const everything = [
    ...policies.identity,
    ...policies.resource,
    ...(policies.session ?? []),
    ...organization.flat(),
    ...resourceControl.flat(),
    ...[policies.boundary, policies.endpoint].filter((policy) => policy !== undefined),
  ];
  const hasBoundary = policies.boundary !== undefined && (principal.kind === 'role' || principal.kind === 'user');
  if (everything.flat().some((one) => one.Effect === 'Deny' && waysOf(one, request, hasBoundary).length > 0)) {
    return false;
  }
  const allows = (some: readonly JsonPolicy[]) =>
    some.flat().some((one) => one.Effect === 'Allow' && waysOf(one, request).length > 0);
  const limits = [...resourceControl, ...organization, ...(policies.endpoint ? [[policies.endpoint]] : [])];
  if (!limits.every(allows)) return false;

  const named = new Set(
    policies.resource.flat().flatMap((one) => (one.Effect === 'Allow' ? waysOf(one, request) : [])),
  );
  if (own === undefined || principal.kind === 'federated') return named.size > 0;
  if (principal.kind === 'root' && action.toLowerCase() === 'sts:assumerole') return false;

  const isWithinLimits =
    (policies.boundary === undefined || allows([policies.boundary])) &&
    (policies.session === undefined || policies.session.length === 0 || allows(policies.session));
  const ownSide = isWithinLimits && (principal.kind === 'root' || allows(policies.identity));
  if (own !== request.resourceAccount) return named.size > 0 && ownSide;
  if (named.has('itself') || (named.has('its role') && isWithinLimits)) return true;
  return ownSide && (named.size > 0 || !/^(kms:Decrypt|sts:AssumeRole)$/i.test(action));
}

/** In which ways a statement applies to who asks; none if it does not. */
function waysOf(statement: JsonStatement, request: NaiveRequest, hasBoundary = false): readonly Way[] {
  const { Action, NotAction, Resource, NotResource, Condition = {}, Principal: principal, NotPrincipal } = statement;
  const hasAction = (patterns: readonly string[]) =>
    patterns.some((pattern) => glob(pattern.toLowerCase(), {}, '.*', '.').test(request.action.toLowerCase()));
  const isOfIdentity = principal === undefined && NotPrincipal === undefined;
  const hasResource = (patterns: readonly string[]) =>
    patterns.some((pattern) => covers(isOfIdentity ? completed(pattern) : pattern, request.resource, request.context));
  const applies =
    (Action ? hasAction(Action) : !hasAction(NotAction!)) &&
    (NotResource ? !hasResource(NotResource) : !Resource || hasResource(Resource)) &&
    conditionsHold(Condition, request.context);
  if (!applies) return [];
  if (NotPrincipal) {
    const ways = waysIn(NotPrincipal, request.principal);
    if (statement.Effect === 'Deny' && hasBoundary) return ['itself'];
    const isNamed = statement.Effect === 'Deny' ? ways.includes('itself') : ways.length > 0;
    return isNamed ? [] : ['itself'];
  }
  return principal === undefined ? ['itself'] : waysIn(principal, request.principal);
}

function waysIn(names: NamedPrincipals, principal: Principal): readonly Way[] {
  if (names === '*') return ['itself'];
  return Object.entries(names).flatMap(([type, values]) =>
    list(values).flatMap((name): readonly Way[] => {
      if (type === 'Service') return principal.kind === 'service' && principal.name === name ? ['itself'] : [];
      if (type === 'Federated') return principal.kind === 'federated' && principal.provider === name ? ['itself'] : [];
      if (name === '*') return ['itself'];
      if (name === accountOf(principal) || name === `arn:aws:iam::${accountOf(principal)}:root`) {
        return principal.kind === 'federated' ? [] : [principal.kind === 'root' ? 'itself' : 'its account'];
      }
      if (principal.kind === 'user' && principal.arn === name) return ['itself'];
      if (principal.kind === 'role' && principal.sessionArn === name) return ['itself'];
      return principal.kind === 'role' && principal.arn === name ? ['its role'] : [];
    }),
  );
}

/** With a wildcard for each part that is missing. */
function completed(pattern: string): string {
  const missing = 6 - partsOfArn(pattern.replace(/\$\{[^}]*\}/g, '')).length;
  return pattern.startsWith('arn:') ? pattern + ':*'.repeat(Math.max(0, missing)) : pattern;
}

/** Wildcards stay within their part of the ARN, but for a `*` that ends it, and for the last part. */
function covers(pattern: string, arn: string, context: Context): boolean {
  const parts = partsOfArn(pattern).map((part, index) => {
    if (index === 5) return glob(part, context, '.*', '.').source.slice(1, -1);
    const inner = glob(part.replace(/\*+$/, ''), context, '[^:]*', '[^:]').source.slice(1, -1);
    return part.endsWith('*') ? `${inner}.*` : inner;
  });
  return new RegExp(`^${parts.join(':')}$`, 's').test(arn);
}

function accountOf(principal: Principal): string | undefined {
  if (principal.kind === 'root') return principal.account;
  const arn = principal.kind === 'federated' ? principal.provider : 'arn' in principal ? principal.arn : '';
  return arn.split(':')[4];
}
