import { defined, isIntrinsic, listOf, madeByTransform } from './raw';
import { isObject, own } from '../parse';
import type { JsonObject } from '../parse';

/** Who may call: as the event says, or the API for all; `NONE` takes off what the API asks for by itself. */
export function securityOf(ofApi: unknown, ofEvent: unknown): JsonObject {
  if (isIntrinsic(ofApi) || isIntrinsic(ofEvent)) return { security: madeByTransform };
  const authorizer = own(ofEvent, 'Authorizer') ?? own(ofApi, 'DefaultAuthorizer');
  const needsKey = own(ofEvent, 'ApiKeyRequired') ?? own(ofApi, 'ApiKeyRequired');
  if (authorizer !== undefined && typeof authorizer !== 'string') return { security: madeByTransform };
  const security = [
    ...(authorizer === undefined ? [] : [{ [authorizer]: [] }]),
    ...(needsKey === undefined || String(needsKey) === 'false' ? [] : [{ api_key: [] }]),
  ];
  return security.length > 0 ? { security } : {};
}

/** Who may call what the definition itself has: as it says there, and what the API asks of all where it names no authorizer. */
export function securityOfWritten(ofApi: unknown, operation: JsonObject): JsonObject {
  const { security: written } = operation;
  const names = ['AWS_IAM', 'NONE', ...Object.keys(objectOf(own(ofApi, 'Authorizers')))];
  const namesOne = listOf(written).some(
    (one) => isIntrinsic(one) || names.some((name) => own(one, name) !== undefined),
  );
  if (isIntrinsic(written) || namesOne) return operation;
  const { security } = securityOf(ofApi, undefined);
  if (security === undefined) return operation;
  return {
    ...operation,
    security: Array.isArray(security) ? [...listOf(written), ...(security as unknown[])] : security,
  };
}

/** The schemes of a definition, with those that the API declares. */
export function withSchemes(written: unknown, schemes: JsonObject): JsonObject {
  const both = (of: (definition: unknown) => unknown) => ({ ...objectOf(of(schemes)), ...objectOf(of(written)) });
  const swagger = both((definition) => own(definition, 'securityDefinitions'));
  const openApi = both((definition) => own(own(definition, 'components'), 'securitySchemes'));
  return {
    ...schemes,
    ...objectOf(written),
    ...(Object.keys(swagger).length > 0 && { securityDefinitions: swagger }),
    ...(Object.keys(openApi).length > 0 && {
      components: { ...objectOf(own(written, 'components')), securitySchemes: openApi },
    }),
  };
}

/** The authorizers of a REST API as security schemes of Swagger 2. */
export function restSchemes(auth: unknown): JsonObject {
  const scheme = (type: string, authorizer?: JsonObject) =>
    defined({
      type: 'apiKey',
      name: 'Authorization',
      in: 'header',
      'x-amazon-apigateway-authtype': type,
      'x-amazon-apigateway-authorizer': authorizer,
    });
  const declared = Object.entries(objectOf(own(auth, 'Authorizers'))).map(([name, authorizer]) => {
    const pool = own(authorizer, 'UserPoolArn');
    if (pool !== undefined) {
      return [name, scheme('cognito_user_pools', { type: 'cognito_user_pools', providerARNs: listOf(pool) })];
    }
    const authorizerResultTtlInSeconds = own(own(authorizer, 'Identity'), 'ReauthorizeEvery');
    const type = String(own(authorizer, 'FunctionPayloadType') ?? 'TOKEN').toLowerCase();
    const authorizerUri = own(authorizer, 'FunctionArn');
    return [name, scheme('custom', defined({ type, authorizerUri, authorizerResultTtlInSeconds }))];
  });
  const iam = ['AWS_IAM', scheme('awsSigv4')];
  const key = ['api_key', { type: 'apiKey', name: 'x-api-key', in: 'header' }];
  return { swagger: '2.0', securityDefinitions: Object.fromEntries([...declared, iam, key]) as JsonObject };
}

/** The authorizers of an HTTP API as security schemes of OpenAPI 3. */
export function httpSchemes(auth: unknown): JsonObject {
  const declared = Object.entries(objectOf(own(auth, 'Authorizers'))).map(([name, authorizer]) => {
    const jwtConfiguration = own(authorizer, 'JwtConfiguration');
    const ofFunction = { type: 'request', authorizerUri: own(authorizer, 'FunctionArn') };
    const ofToken = { type: 'jwt', jwtConfiguration, identitySource: own(authorizer, 'IdentitySource') };
    const how = defined(jwtConfiguration === undefined ? ofFunction : ofToken);
    const scheme = jwtConfiguration === undefined ? { type: 'apiKey' } : { type: 'oauth2' };
    return [name, { ...scheme, 'x-amazon-apigateway-authorizer': how }];
  });
  const iam = ['AWS_IAM', { type: 'apiKey', 'x-amazon-apigateway-authtype': 'awsSigv4' }];
  return {
    openapi: '3.0.1',
    components: { securitySchemes: Object.fromEntries([...declared, iam]) as JsonObject },
  };
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) && !isIntrinsic(value) ? value : {};
}
