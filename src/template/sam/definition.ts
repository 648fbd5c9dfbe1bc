import { eventTargetArn } from './alias';
import { permission, starterRole } from './event';
import type { SamEvent } from './event';
import { arnOf, defined, isIntrinsic } from './raw';
import { securityOf, securityOfWritten, withSchemes } from './security';
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
  readonly logicalId: string;
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
  { logicalId, auth, schemes, cors }: ApiSettings,
): Definition {
  const inDefinition = (...path: readonly string[]) => ({
    logicalId,
    path: ['Properties', 'DefinitionBody', ...path],
  });
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
      isObject(operation) && method !== 'options' ? securityOfWritten(auth, operation) : operation,
    ]);
    paths.set(path, Object.fromEntries(operations) as Record<string, unknown>);
    writtenAt.push({ part: ['Properties', 'Body', 'paths', path], ...inDefinition('paths', path), isWritten: true });
  }
  for (const { event, path, method } of routes) {
    const others = paths.get(path);
    const integration = integrationOf(event);
    const operation = {
      ...(own(others, method) as object | undefined),
      ...securityOf(auth, event.properties.Auth),
      ...validationOf(event),
    };
    paths.set(path, { ...others, [method]: { ...operation, 'x-amazon-apigateway-integration': integration } });
    const place = { logicalId: event.of.logicalId, path: ['Properties', ...event.path] };
    writtenAt.push({ part: ['Properties', 'Body', 'paths', path, method], ...place });
  }
  if (cors !== undefined) {
    const preflight = {
      ...preflightOf(cors),
      ...(own(auth, 'AddDefaultAuthorizerToCorsPreflight') !== false && securityOf(auth, undefined)),
    };
    for (const [path, item] of paths) {
      if (Object.hasOwn(item, 'options')) continue;
      item.options = preflight;
      const part = ['Properties', 'Body', 'paths', path, 'options'];
      writtenAt.push({ part, logicalId, path: ['Properties', 'Cors'] });
    }
  }
  const validators = routes.some(({ event }) => validationOf(event)) ? { [`${validator}s`]: requestValidators } : {};
  return { body: { ...withSchemes(written, schemes), ...validators, paths: Object.fromEntries(paths) }, writtenAt };
}

const validator = 'x-amazon-apigateway-request-validator';

/** What SAM lets a call name, by what is looked at. */
const requestValidators: JsonObject = {
  'body-only': { validateRequestBody: true, validateRequestParameters: false },
  'params-only': { validateRequestBody: false, validateRequestParameters: true },
  full: { validateRequestBody: true, validateRequestParameters: true },
};

/** @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-requestmodel.html */
function validationOf({ properties }: SamEvent): JsonObject | undefined {
  const [body, parameters] = ['ValidateBody', 'ValidateParameters'].map(
    (name) => own(properties.RequestModel, name) === true,
  );
  if (!body && !parameters) return undefined;
  return { [validator]: body && parameters ? 'full' : body ? 'body-only' : 'params-only' };
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
