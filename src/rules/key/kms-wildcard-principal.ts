import { defineRule } from '../define-rule';
import { failForStrangers, judgeAllowed } from '../statements';

export default defineRule({
  id: 'kms-wildcard-principal',
  severity: 'critical',
  title: 'every AWS account may use the key',
  why: 'Principal `*` without a condition lets anybody with any AWS account do with the key what the statement says: decrypt what they got hold of, or schedule its deletion.',
  serviceDefault:
    'Nothing but the policy decides who may use a key; without a policy the account, and so its IAM policies, do (https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html).',
  fix: 'name the principals, or add `StringEquals: { kms:CallerAccount: !Ref AWS::AccountId }`',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-3'], fsbp: ['KMS.5'], cwe: ['CWE-732'] },
  notes:
    '`Resource: "*"` in a key policy is the key itself. ' +
    '`kms:ViaService` alone limits nobody: strangers use that service too.',
  appliesTo: 'AWS::KMS::Key',
  check: (key) =>
    judgeAllowed(key.read('KeyPolicy'), (placed) =>
      failForStrangers(placed, 'a named principal, or a condition such as `kms:CallerAccount`'),
    ),
});
