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

/** The exact actions that were meant, for those that are patterns. */
export function narrowKeyActions(actions: readonly string[]): string[] {
  return [...new Set(actions.flatMap(narrowKeyAction))];
}

function narrowKeyAction(action: string): readonly string[] {
  if (isEveryKeyAction(action) || !action.includes('*')) return [action];
  return meant[action.toLowerCase()] ?? expandActions(action);
}
