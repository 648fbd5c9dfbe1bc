import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';

const local = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/?]|$)/i;

function isSafe(url: Value): boolean {
  const text = url.text ?? '';
  return !text.includes('*') && (!/^http:/i.test(text) || local.test(text));
}

export default defineRule({
  id: 'cognito-callback-http',
  severity: 'high',
  title: 'codes or tokens are sent to an address without TLS',
  why: 'After signing in, the browser carries the code, or the tokens, to the callback address. Whoever is on the way of plain HTTP reads them and is that user.',
  serviceDefault:
    'Cognito sends users to the addresses that the client names, and no others (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-integration.html).',
  fix: 'use `https://` in `CallbackURLs`, `LogoutURLs` and `DefaultRedirectURI`, or a scheme of your own app',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], cwe: ['CWE-319'] },
  notes: '`http://localhost`, which stays on the machine, is for development and passes, as Cognito allows it.',
  appliesTo: 'AWS::Cognito::UserPoolClient',
  check: (client) =>
    ['CallbackURLs', 'LogoutURLs', 'DefaultRedirectURI'].flatMap((property) =>
      client.read(property).items.map((url) => {
        if (!isSafe(url)) return fail(url, { wanted: 'an https:// address without a wildcard' });
        return url.isUnknown && !/^https:/i.test(url.text ?? '') ? unknown(url) : pass();
      }),
    ),
});
