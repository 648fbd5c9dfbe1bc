import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'cognito-refresh-rotation',
  severity: 'low',
  strict: true,
  title: 'a refresh token that was stolen works as long as that of the user',
  why:
    'Whoever copies the token from a browser or a device makes access tokens from it for weeks, beside the user, and neither of the two notices. ' +
    'With rotation each token works once, so that one of the two is refused.',
  serviceDefault:
    'Without `RefreshTokenRotation` a refresh token works again and again until it ends or is revoked (https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html).',
  fix: 'set `RefreshTokenRotation: { Feature: ENABLED, RetryGracePeriodSeconds: 0 }`, and refresh with GetTokensFromRefreshToken',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], cwe: ['CWE-613'] },
  notes:
    'Strict, because clients that refresh with `REFRESH_TOKEN_AUTH` stop working. Clients that get no refresh token (`client_credentials` alone) pass.',
  appliesTo: 'AWS::Cognito::UserPoolClient',
  check: (client) => {
    const grants = client.read('AllowedOAuthFlows').items;
    if (grants.length > 0 && grants.every((grant) => grant.is('client_credentials'))) return [];
    return demand(client.read('RefreshTokenRotation.Feature'), (feature) => feature.is('ENABLED'), '"ENABLED"');
  },
});
