import { isEveryAction, isOnEverything, isPatternFor } from '../../iam/broad-patterns';
import { identityPolicyTypes } from '../../iam/identity-policies';
import { limitsResources } from '../../iam/limiting-conditions';
import type { Term } from '../../iam/term';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { actionsThat, judgeIdentityPolicies } from '../statements';

function decrypts(action: Term): boolean {
  return !isEveryAction(action) && ['kms:Decrypt', 'kms:ReEncryptFrom'].some((name) => isPatternFor(action, name));
}

export default defineRule({
  id: 'kms-decrypt-all',
  severity: 'high',
  title: 'the identity may decrypt with every key of the account',
  why: 'A key of its own for each store is worth nothing where one function may decrypt with all of them: its role is the key to every secret in the account.',
  serviceDefault:
    'An identity may use a key only where a policy allows it, if the key policy leaves it to IAM (https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html).',
  fix: 'name the keys in `Resource` (`key.grantDecrypt(…)`), or limit them with `kms:ResourceAliases`',
  references: {
    owaspServerless: ['S5'],
    csaServerless: ['SAS-4', 'SAS-7'],
    fsbp: ['KMS.1', 'KMS.2'],
    cwe: ['CWE-732'],
  },
  notes:
    'A statement with a condition on the keys (`kms:ResourceAliases`, `kms:ViaService`, `kms:EncryptionContext:…`, tags) passes, which KMS.1 and KMS.2 do not look at.',
  appliesTo: identityPolicyTypes,
  check: (holder) =>
    judgeIdentityPolicies(holder, (placed) => {
      const { statement } = placed;
      if (!isOnEverything(statement, { ofOneType: true }) || statement.conditions.some(limitsResources)) return [];
      return actionsThat(placed, decrypts).map((action) =>
        fail(action, { got: `${action} on every key`, wanted: 'the keys that are needed' }),
      );
    }),
});
