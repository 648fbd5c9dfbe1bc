import { expandActions } from '../facts/actions';

/**
 * What the L2s mean by the patterns that they grant.
 *
 * `kms:GenerateDataKey*` would also make asymmetric data key pairs, which no service that encrypts with the key needs.
 */
const meant: Readonly<Record<string, readonly string[]>> = {
  'kms:decrypt*': ['kms:Decrypt'],
  'kms:encrypt*': ['kms:Encrypt'],
  'kms:describe*': ['kms:DescribeKey'],
  'kms:reencrypt*': ['kms:ReEncryptFrom', 'kms:ReEncryptTo'],
  'kms:generatedatakey*': ['kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext'],
};

/** Whether the action is everything, which only the account itself may do with its key. */
export function isEveryKeyAction(action: string): boolean {
  return /^(\*|kms:\*+)$/i.test(action);
}

/**
 * What a service asks KMS for on behalf of somebody.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html#security-encryption-authz
 */
const askedBy: Readonly<Record<string, readonly string[]>> = {
  secretsmanager: ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:CreateGrant', 'kms:DescribeKey'],
};

/** The exact actions that were meant, for those that are patterns, without those that the services never ask for. */
export function narrowKeyActions(actions: readonly string[], services: readonly string[] = []): string[] {
  const meantActions = [...new Set(actions.flatMap(narrowKeyAction))];
  const asked = services.length === 1 ? askedBy[services[0]] : undefined;
  const narrowed = meantActions.filter((action) => !asked || isEveryKeyAction(action) || asked.includes(action));
  return narrowed.length > 0 ? narrowed : meantActions;
}

function narrowKeyAction(action: string): readonly string[] {
  if (isEveryKeyAction(action) || !action.includes('*')) return [action];
  return meant[action.toLowerCase()] ?? expandActions(action);
}
