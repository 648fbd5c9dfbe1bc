import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'kms-enabled',
  severity: 'low',
  title: 'the key is disabled',
  why: 'Nothing that was encrypted with a disabled key can be read, and services that write with it fail, some of them in silence.',
  serviceDefault:
    'A key is enabled unless it says otherwise (https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html).',
  fix: 'remove `Enabled: false`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-11'] },
  appliesTo: 'AWS::KMS::Key',
  check: (key) => demand(key.read('Enabled'), (enabled) => !enabled.isFalse, 'true'),
});
