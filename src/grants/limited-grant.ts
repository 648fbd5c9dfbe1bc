import { type IResource, Stack, Token, TokenComparison } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';

export type Conditions = Record<string, Record<string, unknown>>;

/** A permission that only holds under its conditions, wherever it is written. */
export interface LimitedGrant {
  readonly grantee: iam.IGrantable;
  readonly actions: string[];
  /** What the resource policy is that of, for services and other accounts. */
  readonly on: IResource;
  readonly resourceArns: string[];
  readonly conditions?: Conditions;
  /** How the policy of the resource says it. @default - in the same way */
  readonly inResourcePolicy?: { readonly resources: string[]; readonly conditions?: Conditions };
}

/**
 * Adds a permission to the principal, and to the policy of the resource for a service or another account.
 *
 * Not `Grant.addToPrincipalOrResource`, which forgets the conditions in the policy of the resource.
 */
export function grantLimited({ on, inResourcePolicy, ...options }: LimitedGrant): iam.Grant {
  const onPrincipal = iam.Grant.addToPrincipal(options);
  const isDone = onPrincipal.success && !isOfOtherAccount(on, options.grantee);
  if (isDone || !iam.GrantableResources.isResourceWithPolicy(on)) return onPrincipal;

  const { resources, conditions } = inResourcePolicy ?? {
    resources: options.resourceArns,
    conditions: options.conditions,
  };
  const onResource = iam.Grant.addStatementToResourcePolicy({
    ...options,
    resource: on,
    statement: new iam.PolicyStatement({
      actions: options.actions,
      resources,
      principals: [options.grantee.grantPrincipal],
      conditions,
    }),
  });
  return onPrincipal.success ? onPrincipal.combine(onResource) : onResource;
}

function isOfOtherAccount({ env }: IResource, { grantPrincipal }: iam.IGrantable): boolean {
  const { principalAccount } = grantPrincipal;
  return (
    principalAccount !== undefined && Token.compareStrings(env.account, principalAccount) === TokenComparison.DIFFERENT
  );
}

/** What a service does with a key for whoever calls it. */
export interface UseOfKey {
  readonly grantee: iam.IGrantable;
  readonly key: kms.IKey;
  readonly actions: string[];
  /** `s3`. */
  readonly service: string;
  /** What the service encrypts, whose region it is asked in. */
  readonly of: IResource;
  readonly encryptionContext?: Record<string, string | string[]>;
  /** @default 'StringEquals' */
  readonly comparison?: 'StringEquals' | 'StringLike';
}

/**
 * Adds what a service does with the key on behalf of who calls it, and nothing that the caller could do itself.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-encryption-context
 */
export function grantUseOfKey({ grantee, key, actions, ...use }: UseOfKey): iam.Grant {
  const through = { 'kms:ViaService': serviceName(use.service, use.of) };
  const conditions: Conditions = { StringEquals: through };
  for (const [name, value] of Object.entries(use.encryptionContext ?? {})) {
    const comparison = use.comparison ?? 'StringEquals';
    conditions[comparison] = { ...conditions[comparison], [`kms:EncryptionContext:${name}`]: value };
  }
  // The policy of the key does not name what is encrypted, which waits for the key.
  const inResourcePolicy = { resources: ['*'], conditions: { StringEquals: through } };
  return grantLimited({ grantee, actions, on: key, resourceArns: [key.keyArn], conditions, inResourcePolicy });
}

/** The same beside a grant on what is encrypted, where it has a key. */
export function withUseOfKey(
  grant: iam.Grant,
  { key, ...use }: Omit<UseOfKey, 'key'> & { readonly key: kms.IKey | undefined },
): iam.Grant {
  return key ? grant.combine(grantUseOfKey({ key, ...use })) : grant;
}

function serviceName(service: string, of: IResource): string {
  return `${service}.${of.env.region}.${Stack.of(of).urlSuffix}`;
}
