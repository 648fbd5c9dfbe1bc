import type { Resource } from '../../template';
import { defineRule } from '../define-rule';
import { fail, pass, unknown } from '../results';
import type { Result } from '../results';
import { requiresParameters, takesBody } from './reading/method';
import { definitionOf, isReadable, operationsOf } from './reading/open-api';
import { judgeWithoutMethods } from './reading/validators-of-api';

const extension = 'x-amazon-apigateway-request-validator';

function judgeMethod(method: Resource): Result | readonly Result[] {
  const needed = [
    ...(takesBody(method) ? ['ValidateRequestBody'] : []),
    ...(requiresParameters(method) ? ['ValidateRequestParameters'] : []),
  ];
  if (needed.length === 0) return pass();
  const id = method.read('RequestValidatorId');
  if (id.isAbsent) return fail(id, { wanted: 'a request validator' });
  const validator = id.target?.is('AWS::ApiGateway::RequestValidator') ? id.target : undefined;
  if (!validator) return unknown(id, 'the request validator is not part of the application');
  return needed.map((property) => {
    const validates = validator.read(property);
    if (validates.isUnknown) return unknown(validates);
    return validates.isTrue ? pass() : fail(validates, { wanted: 'true' });
  });
}

function judgeDefinition(api: Resource): Result | readonly Result[] {
  const definition = definitionOf(api);
  if (!isReadable(definition) || !definition.read([extension]).isAbsent) return pass();
  return operationsOf(definition)
    .filter(({ method, value }) => ['POST', 'PUT', 'PATCH', 'ANY'].includes(method) && value.read([extension]).isAbsent)
    .map(({ method, path, value }) => fail(value, { got: `${method} ${path} without a validator`, wanted: extension }));
}

export default defineRule({
  id: 'apigw-request-validation',
  severity: 'medium',
  title: 'the API passes requests on without looking at them',
  why:
    'Whatever a caller sends reaches the function: missing fields, wrong types, objects where a text is expected. ' +
    'Injection and crashes start there, and each such call is paid for.',
  serviceDefault:
    'Without `RequestValidatorId` API Gateway validates neither body nor parameters, even those marked as required.',
  fix: 'set `RequestValidatorId` to an `AWS::ApiGateway::RequestValidator` that validates body and parameters (`requestValidatorOptions`); in SAM give the event a `RequestModel` with `ValidateBody: true`',
  references: { owaspServerless: ['S1'], csaServerless: ['SAS-1'], cwe: ['CWE-20'] },
  notes:
    'Methods that take no body and require no parameter pass: there is nothing to validate. ' +
    'An API without a definition and without methods in the app has a low finding where it has no validator that they could name. ' +
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html',
  appliesTo: ['AWS::ApiGateway::Method', 'AWS::ApiGateway::RestApi'],
  check: (resource, app) =>
    resource.is('AWS::ApiGateway::Method')
      ? judgeMethod(resource)
      : [judgeWithoutMethods(resource, app), judgeDefinition(resource)].flat(),
});
