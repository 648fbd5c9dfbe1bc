import { deployedArnOf, deployedText } from './deployed-text';
import { evaluate } from './evaluate';
import type { Verdict } from './evaluate';
import type { NamedPolicy } from './policies';
import type { Principal } from './principal';
import { arnOf } from './reference-text';
import type { ContextValue } from './request-context';
import { resourcePolicies } from './resource-policies';
import { readPolicy, rolePolicies } from './role-policies';
import type { Application } from '../template/application';
import { onceForResource } from '../template/once';
import type { Resource } from '../template/resource';
import type { Template } from '../template/template';

/** What else there is to say about a request. */
export interface PathOptions {
  /** What stands behind the ARN of the resource: `/covers/dune.jpg`, `/index/byYear`. */
  readonly below?: string;
  /** By condition key; `${AWS::AccountId}` and `${AWS::Region}` are those of the resource's stack. */
  readonly context?: Readonly<Record<string, ContextValue>>;
  /** Other condition keys may be in the request, with any value. @default - they are not in it */
  readonly openContext?: boolean;
  /** The `AWS::EC2::VPCEndpoint` that the request comes through. @default - it comes through none */
  readonly through?: Resource;
}

/**
 * Whether a role or user of the application, or a service such as `sns.amazonaws.com`, may do something to a resource of it,
 * by the policies that the application deploys.
 *
 * Judged in every way in which the conditions of the templates can fall out.
 */
export function can(
  app: Application,
  who: Resource | string,
  action: string,
  on: Resource,
  options: PathOptions = {},
): Verdict {
  const outcomes = app.inEveryWorld(() => canInThisWorld(who, action, on, options));
  const [first] = outcomes;
  if (!first) return { decision: 'unknown', because: 'there is no way for the conditions to fall out' };
  const other = outcomes.find((outcome) => outcome?.result.decision !== first.result.decision);
  if (outcomes.every((outcome) => outcome?.result.decision === first.result.decision)) return first.result;
  const when = other
    ? `it is ${other.result.decision} when ${other.when.join(' and ')}`
    : 'there are too many conditions';
  return {
    decision: 'unknown',
    because: `it is ${first.result.decision} when ${first.when.join(' and ')}, and ${when}`,
  };
}

/** The role that a function runs as, where it is part of the application. */
export function roleOf(lambdaFunction: Resource): Resource | undefined {
  return lambdaFunction.read('Role').target;
}

/**
 * {@link can} in the world that is looked at: what a rule asks, which runs once in each.
 */
export function canInThisWorld(
  who: Resource | string,
  action: string,
  on: Resource,
  { below = '', context, openContext, through }: PathOptions = {},
): Verdict {
  const { template } = on;
  const principal: Principal =
    typeof who === 'string' ? { kind: 'service', name: deployedText(who, template) } : identityOf(who);
  return evaluate(
    {
      principal,
      action,
      resource: deployedArnOf(on) + below,
      resourceAccount: deployedText('${AWS::AccountId}', template),
      openContext,
      get context() {
        return context && inStack(context, template);
      },
    },
    {
      resource: resourcePolicies(on),
      ...(typeof who !== 'string' && rolePolicies(who)),
      ...(through && { endpoint: endpointPolicy(through) }),
    },
  );
}

/**
 * One without a policy lets everything through.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
function endpointPolicy(endpoint: Resource): NamedPolicy | undefined {
  const policy = endpoint.read('PolicyDocument');
  return policy.isAbsent ? undefined : { name: `the policy of ${endpoint}`, document: readPolicy(policy) };
}

function inStack(
  context: Readonly<Record<string, ContextValue>>,
  template: Template,
): Readonly<Record<string, ContextValue>> {
  const entries = Object.entries(context).map(([key, value]): readonly [string, ContextValue] => {
    if (typeof value === 'string') return [key, deployedText(value, template)];
    return [key, Array.isArray(value) ? (value as readonly string[]).map((one) => deployedText(one, template)) : value];
  });
  return Object.fromEntries(entries);
}

/** A role or user of the application as who makes a request. */
export function identityOf(who: Resource): Principal {
  return onceForResource(who, readIdentity);
}

function readIdentity(who: Resource): Principal {
  const arn = deployedText(withAccount(arnOf(who)), who.template);
  return { kind: who.is('AWS::IAM::User') ? 'user' : 'role', arn };
}

/** A role without a known ARN is still one of the account that deploys it. */
function withAccount(arn: string): string {
  return arn.startsWith('arn:') ? arn : `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/${arn}`;
}
