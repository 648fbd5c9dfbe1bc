import { namesKeysByAlias } from './reading/keys-by-alias';
import { isOnEverything, isPatternFor } from '../../iam/broad-patterns';
import { identityPolicyTypes } from '../../iam/identity-policies';
import { limitsResources } from '../../iam/limiting-conditions';
import { defineRule } from '../define-rule';
import { fail } from '../results';
import { actionsThat, judgeIdentityPolicies } from '../statements';

const uses = ['kms:Decrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:Encrypt', 'kms:GenerateDataKey'];

export default defineRule({
  id: 'kms-any-key',
  severity: 'low',
  strict: true,
  title: 'the identity may use every key that lets it, of other accounts too, on a condition',
  why: 'The condition says through what, or for what, a key is used, and not which. Whoever runs code as the identity encrypts data with a key of an account of theirs, and asks for money to give it back; a key that is made tomorrow for something else is within reach as well.',
  serviceDefault:
    '`*` in a policy takes in the keys of other accounts whose key policy lets this one in (https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html); KMS.1 and KMS.2 look at no condition (https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html).',
  fix: 'name the keys in `Resource` (`key.grantDecrypt(…)`), and leave the condition as it is',
  references: {
    owaspServerless: ['S5'],
    csaServerless: ['SAS-4', 'SAS-7'],
    fsbp: ['KMS.1', 'KMS.2'],
    cwe: ['CWE-732'],
  },
  notes:
    'Strict, because the condition does limit what can be done. Without one it is `kms-decrypt-all` or `iam-wildcard-resource`. ' +
    'An alias among the keys of one account names the key.',
  appliesTo: identityPolicyTypes,
  check: (holder) =>
    judgeIdentityPolicies(holder, (placed) => {
      const { statement } = placed;
      if (!isOnEverything(statement, { ofOneType: true }) || !statement.conditions.some(limitsResources)) return [];
      if (namesKeysByAlias(statement)) return [];
      return actionsThat(placed, (action) => uses.some((use) => isPatternFor(action, use)))
        .slice(0, 1)
        .map((action) => fail(action, { got: `${action} on every key`, wanted: 'the keys that are needed' }));
    }),
});
