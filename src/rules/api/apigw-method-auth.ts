import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { demand, fail, pass, unknown } from '../results';
import type { Result } from '../results';
import { definitionOf, isAuthorized, isReadable, operationsOf } from './reading/open-api';

const wanted = 'AWS_IAM, COGNITO_USER_POOLS or CUSTOM';

function judgeMethod(method: Resource): Result {
  if (method.read('HttpMethod').is('OPTIONS')) return pass();
  return demand(method.read('AuthorizationType'), (type) => !type.isAbsent && !type.is('NONE'), wanted);
}

function judgeDefinition(api: Resource): Result | readonly Result[] {
  const definition = definitionOf(api);
  if (definition.isAbsent) return pass();
  if (!isReadable(definition)) return unknown(definition, 'the definition of the API is not in the template');
  return operationsOf(definition).map((operation) => {
    if (operation.method === 'OPTIONS') return pass();
    const authorized = isAuthorized(definition, operation);
    if (authorized === undefined) return unknown(operation.value);
    const got = `${operation.method} ${operation.path} without authorization`;
    return authorized ? pass() : fail(operation.value, { got, wanted: 'security with an authorizer or sigv4' });
  });
}

export default defineRule({
  id: 'apigw-method-auth',
  severity: 'high',
  title: 'everybody on the internet may call the method',
  why:
    'Anybody who learns the address can call what is behind the method, with any payload and as often as they like. ' +
    'They reach whatever the integration can reach, and the account pays for each call.',
  serviceDefault:
    'A method without `AuthorizationType` has `NONE`; an OpenAPI operation without `security` has none either (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html).',
  fix: 'set `AuthorizationType` to `AWS_IAM`, `COGNITO_USER_POOLS` or `CUSTOM` with an authorizer (`authorizationType`, `authorizer`); declare a public method of a `SecureApi` as public, with the reason',
  references: { owaspServerless: ['S2'], csaServerless: ['SAS-2'], cwe: ['CWE-306'] },
  notes:
    'OPTIONS is the CORS preflight, which browsers send without credentials, whoever answers it, and passes (https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html). ' +
    'An API key is no authorization, and a resource policy says from where calls may come, not from whom.',
  appliesTo: ['AWS::ApiGateway::Method', 'AWS::ApiGateway::RestApi'],
  check: (resource) => (resource.is('AWS::ApiGateway::Method') ? judgeMethod(resource) : judgeDefinition(resource)),
});
