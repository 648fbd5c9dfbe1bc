import { defineRule } from '../define-rule';
import { demand, fail } from '../results';
import { isWrittenOut } from '../secret/reading/written-out';

const credentials = [
  'BasicAuthParameters.Password',
  'ApiKeyAuthParameters.ApiKeyValue',
  'OAuthParameters.ClientParameters.ClientSecret',
];

const places = ['InvocationHttpParameters', 'OAuthParameters.OAuthHttpParameters'].flatMap((parent) =>
  ['HeaderParameters', 'QueryStringParameters', 'BodyParameters'].map((kind) => `${parent}.${kind}`),
);

export default defineRule({
  id: 'evb-api-destination',
  severity: 'high',
  title: 'the API destination is called over plain HTTP, or its credentials are written out',
  why: 'Everybody on the way reads the events and the credentials, or everybody who can read the template does. With them they call the API as the application does.',
  serviceDefault:
    'EventBridge keeps the credentials of a connection in Secrets Manager, but the template that brings them is read by many (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-target-connection-auth.html).',
  fix: 'use an `https://` endpoint, and a dynamic reference `{{resolve:secretsmanager:…}}` for the credentials (`SecretValue.secretsManager(…)`)',
  references: { owaspServerless: ['S3'], csaServerless: ['SAS-7'], cwe: ['CWE-798', 'CWE-319'] },
  notes: 'The default of a parameter is written out too. A parameter without one and a dynamic reference pass.',
  appliesTo: ['AWS::Events::ApiDestination', 'AWS::Events::Connection'],
  check: (holder) => {
    if (holder.is('AWS::Events::ApiDestination')) {
      return demand(holder.read('InvocationEndpoint'), (url) => !/^http:/i.test(url.text ?? ''), 'an https:// address');
    }
    const auth = holder.read('AuthParameters');
    const parameters = places
      .flatMap((place) => auth.read(place).items)
      .filter((one) => one.read('IsValueSecret').isTrue);
    return [...credentials.map((path) => auth.read(path)), ...parameters.map((one) => one.read('Value'))]
      .filter(isWrittenOut)
      .map((value) => fail(value, { got: 'a value that is written out', wanted: 'a dynamic reference' }));
  },
});
