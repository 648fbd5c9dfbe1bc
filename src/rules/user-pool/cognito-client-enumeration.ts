import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'cognito-client-enumeration',
  severity: 'medium',
  title: 'the app client tells whether a user exists',
  why: 'Whoever tries to sign in, or has forgotten a password that is not theirs, learns from the answer who has an account. The list of those is what guessing passwords and phishing start with.',
  serviceDefault:
    'A client without `PreventUserExistenceErrors` that is made through the API has `LEGACY`, which answers `UserNotFoundException` (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html).',
  fix: 'set `PreventUserExistenceErrors: ENABLED`',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2', 'SAS-10'], cwe: ['CWE-204'] },
  appliesTo: 'AWS::Cognito::UserPoolClient',
  check: (client) => demand(client.read('PreventUserExistenceErrors'), (prevent) => prevent.is('ENABLED'), '"ENABLED"'),
});
