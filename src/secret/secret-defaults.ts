import { literalsIn } from './secret-literals';
import type { EnforcedProperty } from '../enforced/enforced';

/** The longest that a value may be in use: FSBP SecretsManager.4 asks for no more. */
export const maximumRotationDays = 90;

/** What lets somebody at the value of a secret, or put another in its place. */
export const valueActions: readonly string[] = [
  'secretsmanager:GetSecretValue',
  'secretsmanager:PutSecretValue',
  'secretsmanager:UpdateSecret',
  'secretsmanager:UpdateSecretVersionStage',
];

/** What the owner of a secret never lets another account do with it. */
export const ownersOnly: readonly string[] = [
  'secretsmanager:DeleteResourcePolicy',
  'secretsmanager:DeleteSecret',
  'secretsmanager:PutResourcePolicy',
  'secretsmanager:RemoveRegionsFromReplication',
  'secretsmanager:ReplicateSecretToRegions',
  'secretsmanager:StopReplicationToReplica',
  'secretsmanager:UpdateSecret',
];

/** What no injector, aspect, mixin or override changes. */
export function enforcedOnSecret(keyArn: string): EnforcedProperty[] {
  return [
    {
      path: 'KmsKeyId',
      value: keyArn,
      rule: 'secret-cmk',
      instead: "pass another key as 'encryptionKey'",
    },
    {
      path: 'SecretString',
      accepts: (got) => literalsIn(got).length === 0,
      isSecret: true,
      rule: 'secret-literal',
      instead: "let Secrets Manager generate it ('generateSecretString'), or put it in after the deployment",
    },
    {
      path: 'GenerateSecretString.SecretStringTemplate',
      accepts: (got) => literalsIn(got, 'template').length === 0,
      isSecret: true,
      rule: 'template-secret',
      instead: "leave what is secret to 'generateStringKey', and put the rest in after the deployment",
    },
    {
      path: 'ReplicaRegions',
      accepts: (got) => [got ?? []].flat().every(hasOwnKey),
      rule: 'secret-cmk',
      instead: "give each replica the 'encryptionKey' of its region",
    },
  ];
}

/** Secrets Manager would take the key that it has in that region for all of the account. */
function hasOwnKey(replica: unknown): boolean {
  const { KmsKeyId: key } = replica as { readonly KmsKeyId?: unknown };
  return key !== undefined && key !== '' && !/alias\/aws\//.test(JSON.stringify(key));
}
