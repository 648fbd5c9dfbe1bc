import type { Application, Resource } from '../../template';
import { defineRule } from '../define-rule';
import { demand, fail, pass, unknown } from '../results';
import type { Result } from '../results';
import { definitionOf, isAuthorized, isReadable, operationsOf } from './reading/open-api';
import { isAfterConnect, letsEverybodyConnect } from './reading/web-socket';

function judgeRoute(route: Resource): Result {
  const isPreflight = /^OPTIONS\s/i.test(String(route.read('RouteKey').scalar ?? ''));
  if (isPreflight || isAfterConnect(route)) return pass();
  return demand(
    route.read('AuthorizationType'),
    (type) => !type.isAbsent && !type.is('NONE'),
    'AWS_IAM, JWT or CUSTOM',
  );
}

function judgeApi(api: Resource, app: Application): Result | readonly Result[] {
  if (letsEverybodyConnect(api, app)) {
    return fail(api, { got: 'a WebSocket API without a route for $connect', wanted: 'one with an authorizer' });
  }
  const target = api.read('Target');
  if (!target.isAbsent) return fail(target, { got: 'a route for everything, without authorization', wanted: 'routes' });
  const definition = definitionOf(api);
  if (definition.isAbsent) return pass();
  if (!isReadable(definition)) return unknown(definition, 'the definition of the API is not in the template');
  return operationsOf(definition).map((operation) => {
    const authorized = operation.method === 'OPTIONS' || isAuthorized(definition, operation);
    if (authorized === undefined) return unknown(operation.value);
    const got = `${operation.method} ${operation.path} without authorization`;
    return authorized ? pass() : fail(operation.value, { got, wanted: 'security with an authorizer' });
  });
}

export default defineRule({
  id: 'apigwv2-route-auth',
  severity: 'high',
  title: 'everybody on the internet may call the route',
  why:
    'Anybody who learns the address can call what is behind the route, with any payload and as often as they like. ' +
    'They reach whatever the integration can reach, and the account pays for each call.',
  serviceDefault:
    'A route without `AuthorizationType` has `NONE`; quick create (`Target`) makes such a route for every path.',
  fix: 'set `AuthorizationType` to `AWS_IAM`, `JWT` or `CUSTOM`, with an authorizer',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], fsbp: ['APIGateway.8'], cwe: ['CWE-306'] },
  notes:
    'WebSocket APIs authorize `$connect` only, and let everybody connect where they have no such route. OPTIONS routes of HTTP APIs pass: AWS recommends them without authorization for CORS ' +
    'beside routes that catch everything, https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
  appliesTo: ['AWS::ApiGatewayV2::Route', 'AWS::ApiGatewayV2::Api'],
  check: (resource, app) => (resource.is('AWS::ApiGatewayV2::Route') ? judgeRoute(resource) : judgeApi(resource, app)),
});
