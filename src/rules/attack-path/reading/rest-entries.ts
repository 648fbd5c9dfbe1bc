import type { Entry } from './entry';
import { policyLetsStrangersIn } from './stranger';
import { onceForEach } from '../../../iam/once';
import { all, truthOf } from '../../../iam/truth';
import type { Truth } from '../../../iam/truth';
import type { Resource, Value } from '../../../template';
import { asksForKey, definitionOf, isAuthorized, isReadable, operationsOf } from '../../api/reading/open-api';
import type { Operation } from '../../api/reading/open-api';

const deepest = 20;

/** A method of a REST API; CORS preflights are nobody's way in. */
export function entryOfMethod(method: Resource): Entry | undefined {
  const httpMethod = method.read('HttpMethod');
  if (httpMethod.is('OPTIONS') && method.read('Integration.Type').is('MOCK')) return undefined;
  const at = method.read('AuthorizationType');
  const api = method.read('RestApiId').target;
  const name = `${httpMethod.text ?? 'ANY'} ${pathOf(method.read('ResourceId'))}`;
  const open = all([withoutAuthorization(at), method.read('ApiKeyRequired').isTrue ? 'no' : 'yes', isReachable(api)]);
  return { resource: method, at, name, open, api };
}

/** The operations of an OpenAPI definition whose integration calls a resource. */
export function entriesOfDefinition(api: Resource, behind: Resource): readonly Entry[] {
  const definition = definitionOf(api);
  if (!isReadable(definition)) return [];
  const isRest = api.is('AWS::ApiGateway::RestApi');
  const reachable = isRest ? isReachable(api) : 'yes';
  const operations = onceForEach(definition, operationsByTarget);
  return (operations.get(behind) ?? []).map((operation) => {
    const { method, path, value } = operation;
    const authorized = isAuthorized(definition, operation);
    const isKept = isRest && asksForKey(definition, operation);
    const open = all([authorized === undefined ? 'unknown' : truthOf(!authorized), truthOf(!isKept), reachable]);
    return { resource: api, at: value, name: `${method} ${path}`, open, api };
  });
}

export function withoutAuthorization(type: Value): Truth {
  return type.isUnknown ? 'unknown' : truthOf(type.isAbsent || type.is('NONE'));
}

function operationsByTarget(definition: Value): ReadonlyMap<Resource, readonly Operation[]> {
  const byTarget = new Map<Resource, Operation[]>();
  for (const operation of operationsOf(definition)) {
    const { targets } = operation.value.read(['x-amazon-apigateway-integration']);
    for (const target of targets) byTarget.set(target, [...(byTarget.get(target) ?? []), operation]);
  }
  return byTarget;
}

/** Whether the internet reaches the API, and its policy does not keep strangers out. */
function isReachable(api: Resource | undefined): Truth {
  if (!api?.is('AWS::ApiGateway::RestApi')) return 'unknown';
  const types = api.read('EndpointConfiguration.Types');
  if (types.items.some((type) => type.is('PRIVATE'))) return 'no';
  return all([types.isUnknown ? 'unknown' : 'yes', policyLetsStrangersIn(api.read('Policy'))]);
}

function pathOf(id: Value, depth = 0): string {
  const resource = id.target;
  if (!resource?.is('AWS::ApiGateway::Resource') || depth === deepest) return depth === 0 ? '/' : '';
  return `${pathOf(resource.read('ParentId'), depth + 1)}/${resource.read('PathPart').text ?? '…'}`;
}
