import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'cognito-client-admin-scope',
  severity: 'low',
  strict: true,
  title: 'tokens of the client may change the account of their user',
  why:
    'The access token that the app sends to every API is good for the API of the user pool too. ' +
    'Whoever gets hold of one, in a log or at one of these APIs, changes the email address of the user, turns off their second factor, or deletes them.',
  serviceDefault:
    'A client may ask for the scopes that `AllowedOAuthScopes` names; `aws.cognito.signin.user.admin` is for the operations of users on themselves (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html). The CDK names it where `oAuth.scopes` is left out.',
  fix: 'leave `aws.cognito.signin.user.admin` out of `AllowedOAuthScopes`, and let a client of its own have it where users manage their account',
  references: { owaspServerless: ['S2', 'S5'], csaServerless: ['SAS-2', 'SAS-4'], cwe: ['CWE-250'] },
  notes: 'Strict, because the app in which users change their own attributes needs it.',
  appliesTo: 'AWS::Cognito::UserPoolClient',
  check: (client) =>
    client
      .read('AllowedOAuthScopes')
      .items.map((scope) => demand(scope, (one) => !one.is('aws.cognito.signin.user.admin'), 'no such scope')),
});
