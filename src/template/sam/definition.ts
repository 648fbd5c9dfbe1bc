import { permission } from './events';
import type { SamEvent } from './events';
import { defined, isIntrinsic, listOf, madeByTransform } from './raw';
import type { DeclaredResource, WrittenPart } from '../declared-resource';
import { isObject, own } from '../parse';
import type { JsonObject } from '../parse';

/** An OpenAPI definition, and which part of it was written where. */
export interface Definition {
  readonly body: unknown;
  readonly writtenAt: readonly WrittenPart[];
}

/** The calls that an event of a function adds to an API. */
export interface Route {
  readonly event: SamEvent;
  readonly path: string;
  readonly method: string;
}

const anyMethod = 'x-amazon-apigateway-any-method';

export function routeOf(event: SamEvent): Route {
  const { Path: path, Method: method } = event.properties;
  const isAny = method === undefined || /^(any|x-amazon-apigateway-any-method)$/i.test(String(method));
  return {
    event,
    path: typeof path === 'string' ? path : '$default',
    method: isAny ? anyMethod : String(method).toLowerCase(),
  };
}

/**
 * The definition of an API: what it declares itself, the calls that events of functions add, and who may make them.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-controlling-access-to-apis.html
 */
export function definitionOf(
  written: unknown,
  routes: readonly Route[],
  auth: unknown,
  schemes: JsonObject,
): Definition {
  if (written !== undefined && (!isObject(written) || isIntrinsic(written) || own(written, 'Fn::Transform'))) {
    return { body: written, writtenAt: [] };
  }
  if (written !== undefined && isIntrinsic(own(written, 'paths'))) return { body: written, writtenAt: [] };
  const standard = own(auth, 'DefaultAuthorizer');
  const paths: Record<string, Record<string, unknown>> = {};
  const writtenAt: WrittenPart[] = [];
  for (const [path, item] of Object.entries(isObject(written) ? (own(written, 'paths') ?? {}) : {})) {
    if (!isObject(item)) continue;
    paths[path] = Object.fromEntries(
      Object.entries(item).map(([method, operation]) => [
        method,
        isObject(operation) && operation.security === undefined && method !== 'options'
          ? { ...operation, ...securityOf(standard) }
          : operation,
      ]),
    );
  }
  for (const { event, path, method } of routes) {
    const own_ = own(event.properties.Auth, 'Authorizer');
    paths[path] = {
      ...paths[path],
      [method]: {
        ...(own(paths[path], method) as object | undefined),
        ...securityOf(own_ ?? standard),
        'x-amazon-apigateway-integration': { type: 'aws_proxy', httpMethod: 'POST', uri: uriOf(event) },
      },
    };
    const place = { logicalId: event.function.logicalId, path: ['Properties', ...event.path] };
    writtenAt.push({ part: ['Properties', 'Body', 'paths', path, method], ...place });
  }
  return { body: { ...(written as object | undefined), ...schemes, paths }, writtenAt };
}

/** `NONE` takes off what the API asks for by itself. */
function securityOf(authorizer: unknown): JsonObject {
  if (authorizer === undefined) return {};
  if (authorizer === 'NONE') return { security: [{ NONE: [] }] };
  return { security: typeof authorizer === 'string' ? [{ [authorizer]: [] }] : madeByTransform };
}

function uriOf(event: SamEvent): JsonObject {
  const path = `\${${event.function.logicalId}.Arn}/invocations`;
  return { 'Fn::Sub': `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/${path}` };
}

/** Lets the API call the function, for this path and method only. */
export function routePermission({ event, path, method }: Route, api: string, stage: string): DeclaredResource {
  const verb = method === anyMethod ? '*' : method.toUpperCase();
  const place = path === '$default' ? '*/$default' : `${stage}/${verb}${path.replace(/\{[^}]*\}/g, '*')}`;
  const SourceArn = {
    'Fn::Sub': `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${api}}/${place}`,
  };
  return permission(event, 'apigateway.amazonaws.com', { SourceArn }, stage === '*' ? '' : stage);
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
  return { swagger: '2.0', securityDefinitions: Object.fromEntries([...declared, iam]) as JsonObject };
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
