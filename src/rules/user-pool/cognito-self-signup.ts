import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'cognito-self-signup',
  severity: 'medium',
  title: 'anybody on the internet can become a user',
  why: 'Whoever signs up gets tokens that every authorizer of the pool accepts. Where being signed in is all that is asked for, that is everybody.',
  serviceDefault:
    'Users may sign themselves up unless only administrators may create them (https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html).',
  fix: 'set `AdminCreateUserConfig.AllowAdminCreateUserOnly: true` (`selfSignUpEnabled: false`); where customers are to sign up, acknowledge it and authorize by more than being signed in',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], cwe: ['CWE-287'] },
  appliesTo: 'AWS::Cognito::UserPool',
  check: (pool) => demand(pool.read('AdminCreateUserConfig.AllowAdminCreateUserOnly'), (only) => only.isTrue, 'true'),
});
