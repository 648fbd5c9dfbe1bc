/** Who makes a request. */
export type Principal = Role | User | Root | Service | Federated | Anonymous;

interface OfAccount {
  /**
   * The name that S3 has for the account: `79a59df900b949e55d96a1e698fbaced…`.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts
   */
  readonly canonicalUser?: string;
}

/** A session of a role. */
export interface Role extends OfAccount {
  readonly kind: 'role';
  readonly arn: string;
  /** `arn:aws:sts::111122223333:assumed-role/Name/Session`. */
  readonly sessionArn?: string;
}

export interface User extends OfAccount {
  readonly kind: 'user';
  readonly arn: string;
}

/** The root user of an account. */
export interface Root extends OfAccount {
  readonly kind: 'root';
  readonly account: string;
}

export interface Service {
  readonly kind: 'service';
  /** For example `logs.amazonaws.com`. */
  readonly name: string;
}

/** Somebody whom an identity provider vouches for. */
export interface Federated {
  readonly kind: 'federated';
  /** The ARN of the provider in IAM, or a host name. */
  readonly provider: string;
}

export interface Anonymous {
  readonly kind: 'anonymous';
}

/** The account that a principal belongs to; a service and somebody anonymous belong to none. */
export function accountOf(principal: Principal): string | undefined {
  if (principal.kind === 'root') return principal.account;
  if (principal.kind === 'role' || principal.kind === 'user') return accountOfArn(principal.arn);
  return principal.kind === 'federated' ? accountOfArn(principal.provider) : undefined;
}

/** The fifth segment of an ARN, `undefined` where it is empty; a symbol such as `${AWS::AccountId}` is one piece. */
export function accountOfArn(arn: string): string | undefined {
  if (!arn.startsWith('arn:')) return undefined;
  let start = 0;
  for (let segment = 0; segment < 4; segment++) {
    const end = endOfSegment(arn, start);
    if (end === arn.length) return undefined;
    start = end + 1;
  }
  return arn.slice(start, endOfSegment(arn, start)) || undefined;
}

function endOfSegment(arn: string, start: number): number {
  let at = start;
  while (at < arn.length && arn[at] !== ':') {
    const end = arn.startsWith('${', at) ? arn.indexOf('}', at) : -1;
    at = Math.max(at, end) + 1;
  }
  return at;
}

/**
 * Whether somebody acts in a role that only a service can use.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
 */
export function isServiceLinked(principal: Principal): boolean {
  return principal.kind === 'role' && principal.arn.includes(':role/aws-service-role/');
}
