import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'cognito-deletion-protection',
  severity: 'medium',
  title: 'one call deletes the user pool with everybody in it',
  why: 'A user pool cannot be restored: passwords and second factors are in no backup. A mistaken deployment, or a stolen credential, locks every user out for good.',
  serviceDefault:
    'Deletion protection is inactive in a pool that is created through the API (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html).',
  fix: 'set `DeletionProtection: ACTIVE`',
  references: { owaspServerless: ['S6'], fsbp: ['Cognito.6'], cwe: ['CWE-693'] },
  appliesTo: 'AWS::Cognito::UserPool',
  check: (pool) => demand(pool.read('DeletionProtection'), (protection) => protection.is('ACTIVE'), '"ACTIVE"'),
});
