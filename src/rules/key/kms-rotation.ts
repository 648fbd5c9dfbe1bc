import { defineRule } from '../define-rule';
import { demand, pass } from '../results';

export default defineRule({
  id: 'kms-rotation',
  severity: 'medium',
  title: 'the key is never rotated',
  why:
    'Whoever once got hold of the key material can read everything that was ever encrypted with it. ' +
    'With rotation new data gets new material each year, and old data stays readable.',
  serviceDefault:
    'Automatic rotation is off unless asked for; asymmetric, HMAC, imported and custom key store keys cannot be rotated automatically (https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html).',
  fix: 'set `EnableKeyRotation: true` (`enableKeyRotation: true`), or use `SecureKey`',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], securityHub: ['KMS.4'], cwe: ['CWE-324'] },
  appliesTo: 'AWS::KMS::Key',
  check: (key) => {
    const spec = key.read('KeySpec');
    const origin = key.read('Origin');
    const canRotate =
      (spec.isAbsent || spec.isUnknown || spec.is('SYMMETRIC_DEFAULT')) &&
      (origin.isAbsent || origin.isUnknown || origin.is('AWS_KMS'));
    return canRotate ? demand(key.read('EnableKeyRotation'), (rotation) => rotation.isTrue, 'true') : pass();
  },
});
