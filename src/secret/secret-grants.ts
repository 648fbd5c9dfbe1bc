import { Token, TokenComparison } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { NamedPrincipals } from './named-principals';
import { grantLimited, withUseOfKey } from '../grants/limited-grant';

/** What is granted on a secret, and on the key that encrypts it. */
interface SecretAccess {
  readonly actions: string[];
  readonly keyActions: string[];
  /** Only the versions with one of these labels. */
  readonly versionStages?: string[];
}

/**
 * Lets somebody at a secret, with both halves of the permission, and names them to a secret that denies everybody else.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html#security-encryption-encryption-context
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html
 */
export function grantOnSecret(
  secret: secretsmanager.ISecret,
  grantee: iam.IGrantable,
  { actions, keyActions, versionStages }: SecretAccess,
): iam.Grant {
  const arn = arnInPolicies(secret);
  const conditions = versionStages && { 'ForAnyValue:StringEquals': { 'secretsmanager:VersionStage': versionStages } };
  const grant = grantLimited({
    grantee,
    actions,
    on: secret,
    resourceArns: [arn],
    conditions,
    inResourcePolicy: { resources: ['*'], conditions },
  });
  NamedPrincipals.of(secret)?.add(grantee.grantPrincipal);
  return withUseOfKey(grant, {
    grantee,
    key: secret.encryptionKey,
    actions: keyActions,
    service: 'secretsmanager',
    of: secret,
    encryptionContext: { SecretARN: arn },
    comparison: secret.secretFullArn === undefined || isElsewhere(secret, grantee) ? 'StringLike' : 'StringEquals',
  });
}

/** With `-??????` for the six characters that Secrets Manager adds, where they are not known. */
function arnInPolicies(secret: secretsmanager.ISecret): string {
  const { arnForPolicies } = secret as unknown as { readonly arnForPolicies?: string };
  return arnForPolicies ?? secret.secretFullArn ?? `${secret.secretArn}-??????`;
}

/** Where the L2 names a secret by the name that it will have. */
function isElsewhere({ env }: secretsmanager.ISecret, { grantPrincipal }: iam.IGrantable): boolean {
  const own = (grantPrincipal as Partial<iam.IRole>).env;
  return (
    own !== undefined &&
    (['account', 'region'] as const).some(
      (one) => Token.compareStrings(env[one], own[one]) === TokenComparison.DIFFERENT,
    )
  );
}
