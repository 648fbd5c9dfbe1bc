import type { Resource, Value } from '../../../template';

/** An operation of an API that is defined in OpenAPI. */
export interface Operation {
  readonly path: string;
  /** In capitals; `ANY` for `x-amazon-apigateway-any-method`. */
  readonly method: string;
  readonly value: Value;
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'x-amazon-apigateway-any-method'];

const authorizer = 'x-amazon-apigateway-authorizer';

/** The OpenAPI definition of an API: absent where it has none, unknown where it stands elsewhere. */
export function definitionOf(api: Resource): Value {
  const elsewhere = api.read('BodyS3Location');
  return elsewhere.isAbsent ? api.read('Body') : elsewhere;
}

/** Whether the definition can be read in the template. */
export function isReadable(definition: Value): boolean {
  return definition.path[1] === 'Body' && definition.isObject && definition.read('paths').isObject;
}

export function operationsOf(definition: Value): readonly Operation[] {
  return definition.read('paths').entries.flatMap(([path, item]) =>
    item.entries
      .filter(([method]) => methods.includes(method.toLowerCase()))
      .map(([method, value]) => ({
        path,
        method: method.startsWith('x-') ? 'ANY' : method.toUpperCase(),
        value,
      })),
  );
}

/**
 * Whether API Gateway authorizes calls of an operation; `undefined` where it cannot be told.
 *
 * Security schemes count where API Gateway implements them: with an authorizer, or an authentication type other than
 * `custom` without one. A scheme of type `apiKey` alone is a usage plan's key.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
 */
export function isAuthorized(definition: Value, operation: Operation): boolean | undefined {
  const type = operation.value.read(['x-amazon-apigateway-auth', 'type']);
  if (!type.isAbsent) return type.isUnknown ? undefined : !type.is('NONE');
  const security = securityOf(definition, operation);
  if (security.isUnknown) return undefined;
  const names = security.items.flatMap((alternative) => alternative.entries.map(([name]) => name));
  const verdicts = names.map((name) => isAuthorizing(schemeOf(definition, name)));
  if (verdicts.includes(true)) return true;
  return verdicts.includes(undefined) ? undefined : false;
}

/** Whether a REST API calls nothing for an operation without a key of a usage plan. */
export function asksForKey(definition: Value, operation: Operation): boolean {
  const alternatives = securityOf(definition, operation).items;
  const keys = alternatives.map(({ entries }) => entries.some(([name]) => isKey(schemeOf(definition, name))));
  return keys.length > 0 && !keys.includes(false);
}

/** Whether a definition has an authorizer, used or not; `undefined` where it cannot be told. */
export function hasAuthorizer(definition: Value): boolean | undefined {
  if (!isReadable(definition)) return undefined;
  const schemes = [definition.read('components.securitySchemes'), definition.read('securityDefinitions')];
  if (schemes.some(({ isUnknown }) => isUnknown)) return undefined;
  const all = schemes.flatMap(({ entries }) => entries.map(([, scheme]) => scheme));
  if (all.some((scheme) => !scheme.isUnknown && !scheme.read([authorizer]).isAbsent)) return true;
  return all.some(({ isUnknown }) => isUnknown) ? undefined : false;
}

function securityOf(definition: Value, { value }: Operation): Value {
  const own = value.read('security');
  return own.isAbsent ? definition.read('security') : own;
}

function schemeOf(definition: Value, name: string): Value {
  const scheme = definition.read(['components', 'securitySchemes', name]);
  return scheme.isAbsent ? definition.read(['securityDefinitions', name]) : scheme;
}

function isAuthorizing(scheme: Value): boolean | undefined {
  if (scheme.isUnknown) return undefined;
  return [authorizer, 'x-amazon-apigateway-authtype'].some((key) => !scheme.read([key]).isAbsent);
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-key-source.html */
function isKey(scheme: Value): boolean {
  return scheme.read('type').is('apiKey') && scheme.read('name').text?.toLowerCase() === 'x-api-key';
}
