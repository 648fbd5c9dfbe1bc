import type { Value } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import type { Result } from '../results';

/** Domains that are kept free for documents, and so belong to nobody who signs users in. */
const placeholder = /^https?:\/\/(?:www\.)?example\.(?:com|net|org)\/?$/i;

function judge(url: Value): Result {
  return placeholder.test(url.text ?? '') ? fail(url, { wanted: 'an address of your own' }) : pass();
}

export default defineRule({
  id: 'cognito-callback-placeholder',
  severity: 'medium',
  title: 'users who sign in are sent to example.com with their code or tokens',
  why:
    'The address stands in a library as a placeholder, and Cognito accepts it. ' +
    'With it a link to the sign-in page of your users ends at a server of somebody else, who finds a code in the address, or with the implicit grant the tokens.',
  serviceDefault:
    'Cognito sends users to the addresses that the client names, and no others (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-integration.html); the CDK names `https://example.com` where `oAuth.callbackUrls` is left out (https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cognito.OAuthSettings.html).',
  fix: 'set `oAuth.callbackUrls` to an address of the app, or `disableOAuth: true` where nobody signs in through the pages of Cognito',
  references: { owaspServerless: ['S2', 'S6'], csaServerless: ['SAS-2'], cwe: ['CWE-668'] },
  notes: 'Names below example.com, as documents use them for the address of an app, pass.',
  appliesTo: 'AWS::Cognito::UserPoolClient',
  check: (client) => ['CallbackURLs', 'LogoutURLs'].flatMap((property) => client.read(property).items.map(judge)),
});
