import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'secret-cmk',
  severity: 'medium',
  title: 'the secret is encrypted with the key that AWS manages',
  why: 'The policy of `aws/secretsmanager` lets everybody in the account decrypt who may read the secret, and cannot be changed. A key of your own is a second lock, and lets another account in where that is meant.',
  serviceDefault:
    'Secrets Manager uses `aws/secretsmanager` unless `KmsKeyId` names a key (https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html).',
  fix: 'use `SecureSecret`, or set `KmsKeyId` to a customer managed key (`encryptionKey`)',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-732'] },
  notes: '`alias/aws/secretsmanager` written out is that key too, which other tools pass.',
  appliesTo: 'AWS::SecretsManager::Secret',
  check: (secret) =>
    demand(
      secret.read('KmsKeyId'),
      (key) => !key.isAbsent && !/(^|:)alias\/aws\//.test(key.text ?? ''),
      'a key of yours',
    ),
});
