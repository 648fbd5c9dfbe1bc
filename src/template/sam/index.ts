import { httpApiResources, restApiResources } from './api';
import { connectorResources, hasConnectors } from './connectors';
import { routeOf } from './definition';
import type { Route } from './definition';
import { declaredEvents } from './event';
import type { SamEvent } from './event';
import { functionResources } from './function';
import { withGlobals } from './globals';
import { graphQlResources } from './graph-ql-api';
import { notifiedBy } from './notified-resources';
import { referenceTo } from './raw';
import { SamResource } from './sam-resource';
import { capacityProviderResources, layerResources, nestedApplication, tableResources } from './simple-resources';
import { stateMachineResources } from './state-machine';
import { webSocketResources } from './web-socket-api';
import type { DeclaredResource } from '../declared-resource';
import { own } from '../parse';
import type { JsonObject } from '../parse';

/** What a template with resources of SAM is deployed as. */
export interface Serverless {
  readonly resources: readonly DeclaredResource[];
  /** What SAM lets a template call by another name: `Books.Alias`, `Shop.Stage`. */
  readonly names: ReadonlyMap<string, string>;
}

const simple: Readonly<Record<string, ((sam: SamResource) => readonly DeclaredResource[]) | undefined>> = {
  'AWS::Serverless::Function': functionResources,
  'AWS::Serverless::SimpleTable': tableResources,
  'AWS::Serverless::StateMachine': stateMachineResources,
  'AWS::Serverless::LayerVersion': layerResources,
  'AWS::Serverless::Application': nestedApplication,
  'AWS::Serverless::CapacityProvider': capacityProviderResources,
  'AWS::Serverless::GraphQLApi': graphQlResources,
  'AWS::Serverless::WebSocketApi': webSocketResources,
};

const apis = {
  Api: { type: 'AWS::Serverless::Api', id: 'RestApiId', implicit: 'ServerlessRestApi', resources: restApiResources },
  HttpApi: {
    type: 'AWS::Serverless::HttpApi',
    id: 'ApiId',
    implicit: 'ServerlessHttpApi',
    resources: httpApiResources,
  },
} as const;

/**
 * Reads the resources of SAM as those of CloudFormation that they stand for.
 *
 * A type of SAM that is not known stays as it is.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
export function expandServerless(declared: readonly DeclaredResource[], globals: unknown): Serverless {
  if (!declared.some((one) => isOfSam(one) || hasConnectors(one))) {
    return { resources: declared, names: new Map() };
  }
  const read = ({ logicalId, declaration }: DeclaredResource) =>
    new SamResource(
      logicalId,
      declaration,
      withGlobals(globals, String(declaration.Type), own(declaration, 'Properties')),
    );
  const callers = ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'];
  const called = declared.filter(({ declaration }) => callers.includes(String(declaration.Type)));
  const events = called.map(read).flatMap(declaredEvents);
  const routes = routesOf(events);
  const implicit = implicitApis(routes);
  const resources = new Map<string, DeclaredResource>();
  for (const one of [...declared, ...implicit]) {
    const made = standsFor(one);
    // What SAM makes takes the place of what has the same name.
    if (!made && !resources.has(one.logicalId)) resources.set(one.logicalId, one);
    for (const resource of made ?? []) resources.set(resource.logicalId, writtenAtEvents(resource, one.logicalId));
  }
  notifiedBy(events, resources);
  for (const made of connectorResources(declared, resources)) resources.set(made.logicalId, made);
  return { resources: [...resources.values()], names: namesOf([...resources.values()]) };

  function standsFor(one: DeclaredResource): readonly DeclaredResource[] | undefined {
    const type = String(one.declaration.Type);
    const api = Object.values(apis).find((kind) => kind.type === type);
    if (api) return api.resources(read(one), routes.get(one.logicalId) ?? []);
    return Object.hasOwn(simple, type) ? simple[type]?.(read(one)) : undefined;
  }

  /** An API that nobody declares stands in the template as the first event that asks for it. */
  function writtenAtEvents(resource: DeclaredResource, logicalId: string): DeclaredResource {
    const first = implicit.some((api) => api.logicalId === logicalId) && routes.get(logicalId)?.[0].event;
    if (!first) return resource;
    const place = { logicalId: first.of.logicalId, path: ['Properties', ...first.path] };
    const elsewhere = (resource.writtenAt ?? []).filter((part) => part.logicalId !== logicalId);
    return { ...resource, writtenAt: [{ part: [], ...place }, ...elsewhere] };
  }
}

/** The routes of each API, by its logical id. */
function routesOf(events: readonly SamEvent[]): Map<string, Route[]> {
  const routes = new Map<string, Route[]>();
  for (const event of events) {
    const api = apiOf(event);
    if (api === undefined) continue;
    routes.set(api, [...(routes.get(api) ?? []), routeOf(event)]);
  }
  return routes;
}

function apiOf({ type, properties }: SamEvent): string | undefined {
  if (type !== 'Api' && type !== 'HttpApi') return undefined;
  const { id, implicit } = apis[type];
  const named = properties[id];
  if (named === undefined) return implicit;
  return typeof named === 'string' ? named : referenceTo(named);
}

/** The APIs that SAM makes for events that name none; what is in them was written at the functions. */
function implicitApis(routes: ReadonlyMap<string, readonly Route[]>): readonly DeclaredResource[] {
  return Object.entries(apis).flatMap(([kind, { type, implicit }]) => {
    const [first] = routes.get(implicit) ?? [];
    if (!first) return [];
    const Properties: JsonObject = kind === 'Api' ? { StageName: 'Prod' } : {};
    return [{ logicalId: implicit, declaration: { Type: type, Properties } }];
  });
}

function isOfSam({ declaration }: DeclaredResource): boolean {
  return String(declaration.Type).startsWith('AWS::Serverless::');
}

/** @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html#sam-specification-generated-resources-referencing-property */
function namesOf(resources: readonly DeclaredResource[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const properties: Readonly<Record<string, string>> = {
    'AWS::Lambda::Alias': 'Alias',
    'AWS::Lambda::Version': 'Version',
    'AWS::ApiGateway::Stage': 'Stage',
    'AWS::ApiGateway::Deployment': 'Deployment',
    'AWS::ApiGatewayV2::Stage': 'Stage',
    'AWS::ApiGateway::DomainName': 'DomainName',
    'AWS::ApiGatewayV2::DomainName': 'DomainName',
    'AWS::ApiGateway::UsagePlan': 'UsagePlan',
  };
  for (const { logicalId, declaration, madeFor } of resources) {
    const property = properties[String(declaration.Type)];
    if (madeFor && property) names.set(`${madeFor}.${property}`, logicalId);
  }
  return names;
}
