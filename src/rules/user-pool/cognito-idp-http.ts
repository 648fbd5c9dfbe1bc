import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

/** The details of a provider that are addresses: of OpenID Connect, of social providers and of SAML. */
const addresses = ['oidc_issuer', 'authorize_url', 'token_url', 'attributes_url', 'jwks_uri', 'MetadataURL'];

export default defineRule({
  id: 'cognito-idp-http',
  severity: 'high',
  title: 'the user pool asks the identity provider who users are over plain HTTP',
  why:
    'Cognito believes what the provider answers. ' +
    'Whoever is on the way reads the codes and the client secret, or answers with keys and names of their choice, and signs in as any user.',
  serviceDefault:
    'Cognito calls the addresses that `ProviderDetails` names (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-oidc-idp.html).',
  fix: 'use `https://` addresses in `ProviderDetails`',
  references: { owaspServerless: ['S2', 'S3'], csaServerless: ['SAS-2'], cwe: ['CWE-319'] },
  appliesTo: 'AWS::Cognito::UserPoolIdentityProvider',
  check: (provider) => {
    const details = provider.read('ProviderDetails');
    if (details.isUnknown) return unknown(details);
    return details.entries
      .filter(([name]) => addresses.includes(name))
      .map(([, url]) => {
        if (/^http:/i.test(url.text ?? '')) return fail(url, { wanted: 'an https:// address' });
        return url.isUnknown && !/^https:/i.test(url.text ?? '') ? unknown(url) : pass();
      });
  },
});
