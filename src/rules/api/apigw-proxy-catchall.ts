import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass } from '../results';
import type { Result } from '../results';
import { protocolOf } from './reading/protocol';

const wanted = 'a route for each operation';

function judge(resource: Resource): Result {
  if (resource.is('AWS::ApiGatewayV2::Route')) {
    const key = resource.read('RouteKey');
    const isDefault = key.is('$default') && protocolOf(resource) === 'HTTP';
    return isDefault || /^ANY\s.*\{[^}]+\+\}$/.test(key.text ?? '') ? fail(key, { wanted }) : pass();
  }
  const method = resource.read('HttpMethod');
  const { target } = resource.read('ResourceId');
  const path = (target?.is('AWS::ApiGateway::Resource') && target.read('PathPart').text) || '';
  return method.is('ANY') && /\+\}$/.test(path) ? fail(method, { got: `ANY on ${path}`, wanted }) : pass();
}

export default defineRule({
  id: 'apigw-proxy-catchall',
  severity: 'low',
  title: 'one route takes every method on every path',
  why:
    'The API cannot authorize, validate or limit one operation differently from another: all of it is left to the code. ' +
    'A path that somebody adds or forgets there is on the internet at once.',
  serviceDefault:
    'An API answers on the routes that it has, and nowhere else (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html).',
  fix: 'add a route for each operation',
  references: { owaspServerless: ['S5'], csaServerless: ['SAS-1', 'SAS-9'], cwe: ['CWE-183'] },
  appliesTo: ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Route'],
  check: judge,
});
