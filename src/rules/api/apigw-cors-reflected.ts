import type { Resource, Value } from '../../template';
import { defineRule } from '../define-rule';
import type { Severity } from '../define-rule';
import { fail, pass } from '../results';

const allowOrigin = /header\.access-control-allow-origin$/i;
const allowCredentials = /header\.access-control-allow-credentials$/i;
const ofCaller = /^(?:method\.request|\$request|\$method\.request)\.(?:multivalue)?header\.origin$/i;

type Header = readonly [name: string, value: Value];

/** The headers that an answer is given, by answer. */
function answersOf(resource: Resource): readonly (readonly Header[])[] {
  if (resource.is('AWS::ApiGateway::GatewayResponse')) return [resource.read('ResponseParameters').entries];
  return resource
    .read('ResponseParameters')
    .entries.map(([, answer]) =>
      answer
        .read('ResponseParameters')
        .items.map((one): Header => [one.read('Destination').text ?? '', one.read('Source')]),
    );
}

export default defineRule({
  id: 'apigw-cors-reflected',
  severity: 'high',
  title: 'the API allows whatever website asks to read its answers',
  why:
    'The answer names the origin that the browser sent as allowed, so that it is always allowed. ' +
    'A page that a user of the app happens to open calls the API from their browser, with their cookies where credentials are allowed too, and reads the answer.',
  serviceDefault:
    'Without CORS headers no other origin may read an answer (https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html).',
  fix: 'name the origin of your own site in the header; for several of them use `CorsConfiguration.AllowOrigins` of an HTTP API, which compares',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-942'] },
  notes: 'Medium where the answer does not allow credentials. `*` is the matter of `apigw-cors-wildcard`.',
  appliesTo: ['AWS::ApiGateway::GatewayResponse', 'AWS::ApiGatewayV2::Integration'],
  check: (resource) =>
    answersOf(resource).flatMap((headers) => {
      const isWithCookies = headers.some(
        ([name, value]) => allowCredentials.test(name) && /true/i.test(value.text ?? ''),
      );
      const severity: Severity | undefined = isWithCookies ? undefined : 'medium';
      return headers
        .filter(([name]) => allowOrigin.test(name))
        .map(([, value]) =>
          ofCaller.test(value.text ?? '') ? fail(value, { wanted: 'the origin of your site', severity }) : pass(),
        );
    }),
});
