import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'kms-rsa-length',
  severity: 'low',
  title: 'the RSA key is shorter than 3072 bits',
  why: 'What was encrypted with 2048 bits and copied today may be read in the years to come; NIST lets them end with 2030.',
  serviceDefault:
    'A key is symmetric (AES-256) unless `KeySpec` says otherwise (https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html).',
  fix: 'set `KeySpec: RSA_3072` or `RSA_4096`; the spec of a key cannot be changed, make a new one',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-3'], cwe: ['CWE-326'] },
  appliesTo: 'AWS::KMS::Key',
  check: (key) => demand(key.read('KeySpec'), (spec) => !spec.is('RSA_2048'), '"RSA_3072" or "RSA_4096"'),
});
