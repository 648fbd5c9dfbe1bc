import { eventTargetArn } from './alias';
import { permission, starterRole } from './event';
import type { SamEvent } from './event';
import { arnOf, defined, isIntrinsic, listOf, madeByTransform } from './raw';
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

/** What an API says about all of its calls. */
export interface ApiSettings {
  readonly auth: unknown;
  readonly schemes: JsonObject;
  /** The answer to preflight requests. */
  readonly cors?: unknown;
}

/**
 * The definition of an API: what it declares itself, the calls that events add, and who may make them.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-controlling-access-to-apis.html
 */
export function definitionOf(
  written: unknown,
  routes: readonly Route[],
  { auth, schemes, cors }: ApiSettings,
): Definition {
  if (written !== undefined && (!isObject(written) || isIntrinsic(written) || own(written, 'Fn::Transform'))) {
    return { body: written, writtenAt: [] };
  }
  if (written !== undefined && isIntrinsic(own(written, 'paths'))) return { body: written, writtenAt: [] };
  const paths = new Map<string, Record<string, unknown>>();
  const writtenAt: WrittenPart[] = [];
  for (const [path, item] of Object.entries(isObject(written) ? (own(written, 'paths') ?? {}) : {})) {
    if (!isObject(item)) continue;
    const operations = Object.entries(item).map(([method, operation]) => [
      method,
      isObject(operation) && operation.security === undefined && method !== 'options'
        ? { ...operation, ...securityOf(auth, undefined) }
        : operation,
    ]);
    paths.set(path, Object.fromEntries(operations) as Record<string, unknown>);
  }
  for (const { event, path, method } of routes) {
    const others = paths.get(path);
    const integration = integrationOf(event);
    const operation = { ...(own(others, method) as object | undefined), ...securityOf(auth, event.properties.Auth) };
    paths.set(path, { ...others, [method]: { ...operation, 'x-amazon-apigateway-integration': integration } });
    const place = { logicalId: event.of.logicalId, path: ['Properties', ...event.path] };
    writtenAt.push({ part: ['Properties', 'Body', 'paths', path, method], ...place });
  }
  if (cors !== undefined) {
    const preflight = {
      ...preflightOf(cors),
      ...(own(auth, 'AddDefaultAuthorizerToCorsPreflight') !== false && securityOf(auth, undefined)),
    };
    for (const item of paths.values()) if (!Object.hasOwn(item, 'options')) item.options = preflight;
  }
  return { body: { ...(written as object | undefined), ...schemes, paths: Object.fromEntries(paths) }, writtenAt };
}

/** Who may call: as the event says, or the API for all; `NONE` takes off what the API asks for by itself. */
function securityOf(ofApi: unknown, ofEvent: unknown): JsonObject {
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

function integrationOf(event: SamEvent): JsonObject {
  const { logicalId } = event.of;
  if (!event.isOfMachine) {
    const uri = 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Arn}/invocations';
    return { type: 'aws_proxy', httpMethod: 'POST', uri: { 'Fn::Sub': [uri, { Arn: eventTargetArn(event.of) }] } };
  }
  const uri = { 'Fn::Sub': 'arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/StartExecution' };
  return { type: 'aws', httpMethod: 'POST', uri, credentials: arnOf(`${logicalId}${event.name}Role`) };
}

/** @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-corsconfiguration.html */
function preflightOf(cors: unknown): JsonObject {
  const isPlain = isObject(cors) && !isIntrinsic(cors);
  const header = (name: string, property: string, standard?: string) => {
    const value = isPlain ? (own(cors, property) ?? standard) : property === 'AllowOrigin' ? cors : undefined;
    return { [`method.response.header.Access-Control-${name}`]: value === true ? "'true'" : value };
  };
  const responseParameters = defined({
    ...header('Allow-Origin', 'AllowOrigin', "'*'"),
    ...header('Allow-Headers', 'AllowHeaders'),
    ...header('Allow-Methods', 'AllowMethods'),
    ...header('Allow-Credentials', 'AllowCredentials'),
    ...header('Max-Age', 'MaxAge'),
  });
  const responses = { default: { statusCode: '200', responseParameters } };
  return { 'x-amazon-apigateway-integration': { type: 'mock', responses } };
}

/** Lets the API call the function, for this path and method only, or start the state machine. */
export function routePermission({ event, path, method }: Route, api: string, stage: string): DeclaredResource {
  const verb = method === anyMethod ? '*' : method.toUpperCase();
  const place = path === '$default' ? '*/$default' : `${stage}/${verb}${path.replace(/\{[^}]*\}/g, '*')}`;
  const SourceArn = {
    'Fn::Sub': `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${api}}/${place}`,
  };
  if (event.isOfMachine) return starterRole(event, 'apigateway.amazonaws.com');
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
