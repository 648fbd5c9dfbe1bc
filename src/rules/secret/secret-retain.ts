import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'secret-retain',
  severity: 'low',
  strict: true,
  title: 'the secret is deleted with its stack',
  why: 'A value that was put in by hand, or that another system issued, is nowhere else: deleting the stack, or a change that replaces the secret, locks everybody out of what it opens.',
  serviceDefault:
    'CloudFormation deletes a resource whose template sets no `DeletionPolicy` (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html); Secrets Manager cannot give a value back after the recovery window (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html).',
  fix: 'set `DeletionPolicy: RetainExceptOnCreate` and `UpdateReplacePolicy: Retain` (`removalPolicy`), or use `SecureSecret`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-693'] },
  notes: 'Strict, because a generated value that nobody else knows can be made again with its stack.',
  appliesTo: 'AWS::SecretsManager::Secret',
  check: (secret) =>
    [secret.deletionPolicy, secret.updateReplacePolicy].map((policy) =>
      demand(policy, (it) => it.is('Retain', 'RetainExceptOnCreate'), '"Retain"'),
    ),
});
