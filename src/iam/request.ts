import type { Principal } from './principal';
import { accountOf, accountOfArn } from './principal';
import { RequestContext } from './request-context';
import type { ContextValue } from './request-context';

/** A call of an AWS API. */
export interface Request {
  readonly principal: Principal;
  /** `s3:GetObject`. */
  readonly action: string;
  /** The ARN, with symbols such as `${Bucket}` for what is not known yet; `*` for an action without resource. */
  readonly resource: string;
  /** @default - the account in the resource's ARN, and where there is none, the principal's */
  readonly resourceAccount?: string;
  /** By condition key. What follows from the principal (`aws:PrincipalArn`…) need not be given. */
  readonly context?: Readonly<Record<string, ContextValue>>;
  /** Keys that `context` does not have may be in the request, with any value. @default - they are not in it */
  readonly openContext?: boolean;
}

/** `arn:aws:iam::aws:policy/ReadOnlyAccess` is in no account, and asked for as if it were in one's own. */
export function resourceAccountOf(request: Request): string | undefined {
  const named = accountOfArn(request.resource);
  return request.resourceAccount ?? (named === 'aws' ? undefined : named) ?? accountOf(request.principal);
}

/**
 * The context of a request, with the keys that AWS derives from the principal.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function contextOf(request: Request): RequestContext {
  return new RequestContext(() => entriesOf(request), request.openContext);
}

function entriesOf(request: Request): Readonly<Record<string, ContextValue>> {
  const { principal } = request;
  const derived: Record<string, ContextValue> = {};
  const account = accountOf(principal);
  const resourceAccount = resourceAccountOf(request);
  if (account !== undefined) derived['aws:PrincipalAccount'] = account;
  if (account !== undefined && /^kms:/i.test(request.action)) derived['kms:CallerAccount'] = account;
  if (resourceAccount !== undefined) derived['aws:ResourceAccount'] = resourceAccount;
  if (principal.kind === 'role' || principal.kind === 'user') derived['aws:PrincipalArn'] = principal.arn;
  if (principal.kind === 'root') derived['aws:PrincipalArn'] = `arn:aws:iam::${principal.account}:root`;
  if (principal.kind === 'role') derived['aws:PrincipalType'] = 'AssumedRole';
  if (principal.kind === 'user') {
    derived['aws:PrincipalType'] = 'User';
    derived['aws:username'] = principal.arn.slice(principal.arn.lastIndexOf('/') + 1);
  }
  if (principal.kind === 'root') {
    derived['aws:PrincipalType'] = 'Account';
    derived['aws:userid'] = principal.account;
  }
  if (principal.kind === 'anonymous') {
    derived['aws:PrincipalType'] = 'Anonymous';
    derived['aws:PrincipalAccount'] = 'anonymous';
    derived['aws:userid'] = 'anonymous';
  } else {
    derived['aws:PrincipalIsAWSService'] = String(principal.kind === 'service');
  }
  if (principal.kind === 'service') derived['aws:PrincipalServiceName'] = principal.name;
  return { ...derived, ...request.context };
}
