import { defineRule } from '../define-rule';
import { demand } from '../results';
import { secretBehind } from './reading/attachments';

function retains(value: { is(...texts: string[]): boolean }): boolean {
  return value.is('Retain', 'RetainExceptOnCreate');
}

export default defineRule({
  id: 'secret-policy-retain',
  severity: 'low',
  strict: true,
  title: 'the secret stays when its stack is deleted, and its policy does not',
  why: 'What is left is the value, with nothing that denies it to whoever may read all secrets of the account. Nobody looks at it any more, because its stack is gone.',
  serviceDefault:
    'CloudFormation deletes a resource whose template sets no `DeletionPolicy`, each by itself (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html).',
  fix: 'give the policy the `DeletionPolicy` and `UpdateReplacePolicy` of its secret, or use `SecureSecret`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-693'] },
  notes: 'Strict, because the L2 retains secrets and not their policies.',
  appliesTo: 'AWS::SecretsManager::ResourcePolicy',
  check: (policy) => {
    const secret = secretBehind(policy.read('SecretId').target);
    if (!secret) return [];
    const pairs = [
      [secret.deletionPolicy, policy.deletionPolicy],
      [secret.updateReplacePolicy, policy.updateReplacePolicy],
    ] as const;
    return pairs.map(([ofSecret, own]) => demand(own, (it) => !retains(ofSecret) || retains(it), `"${ofSecret.text}"`));
  },
});
