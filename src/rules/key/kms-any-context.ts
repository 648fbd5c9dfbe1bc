import { isPatternFor } from '../../iam/broad-patterns';
import type { Condition } from '../../iam/condition';
import { identityPolicyTypes } from '../../iam/identity-policies';
import { isPositive } from '../../iam/limiting-conditions';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { actionsThat, judgeIdentityPolicies } from '../statements';

const uses = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'];

function isThroughStoreOfSecrets({ operator, key, values }: Condition): boolean {
  const isService = /^kms:viaservice$/i.test(key) && isPositive(operator);
  return isService && values.some((value) => /^(secretsmanager|ssm)\./.test(value.toString()));
}

function namesWhatFor({ operator, key }: Condition): boolean {
  return /^kms:encryptioncontext:.+/i.test(key) && isPositive(operator);
}

export default defineRule({
  id: 'kms-any-context',
  severity: 'low',
  strict: true,
  title: 'the key opens every secret to the identity, and not only those that it reads',
  why: 'The key is the second lock of a secret. Where it opens for any of them, one more permission to read, by mistake or by whoever may change policies for a minute, is all that is missing.',
  serviceDefault:
    'Secrets Manager and the Parameter Store name the secret to KMS, and a statement without a condition on it takes any (https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html#security-encryption-encryption-context).',
  fix: 'add `StringEquals: { kms:EncryptionContext:SecretARN: !Ref Secret }`, for a parameter `kms:EncryptionContext:PARAMETER_ARN`, or use `FunctionSecret`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-4', 'SAS-7'], cwe: ['CWE-732'] },
  notes: 'Strict, because the grants of the CDK name the service alone.',
  appliesTo: identityPolicyTypes,
  check: (holder) =>
    judgeIdentityPolicies(holder, (placed) => {
      const { conditions } = placed.statement;
      if (!conditions.some(isThroughStoreOfSecrets) || conditions.some(namesWhatFor)) return [];
      return actionsThat(placed, (action) => uses.some((use) => isPatternFor(action, use)))
        .slice(0, 1)
        .map((action) => fail(action, { wanted: 'a condition on the encryption context' }));
    }),
});
