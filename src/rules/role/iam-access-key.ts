import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'iam-access-key',
  severity: 'high',
  title: 'the stack makes an access key that never expires',
  why: 'The secret of the key can be read by whoever reads the outputs or the history of the stack, and works from anywhere until somebody deletes it.',
  serviceDefault:
    'A user has no access key unless one is made; keys do not expire (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html).',
  fix: 'use a role: of the function, through OIDC for a pipeline, or with IAM Roles Anywhere',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], fsbp: ['IAM.3'], cwe: ['CWE-522'] },
  appliesTo: 'AWS::IAM::AccessKey',
  check: (key) => demand(key.read('Status'), (status) => status.is('Inactive'), 'no access key'),
});
