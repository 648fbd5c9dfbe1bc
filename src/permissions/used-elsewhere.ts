import type { CfnResource } from 'aws-cdk-lib';
import type { StageResources } from './granted-statements';
import { actionsForPlace, actionsOfLayer } from './used-by-lambda';
import { render } from '../enforced/enforced';

/** What else than the code of a function uses its role. */
export interface UsedElsewhere {
  readonly actions: string[];
  /** What may use it and cannot be told, each the end of a sentence. */
  readonly unread: string[];
}

interface Configured {
  readonly resource: CfnResource;
}

/** What Lambda does for each function: poll, send to destinations, run extensions. */
export function usedElsewhere(
  resources: StageResources,
  functions: readonly Configured[],
): ReadonlyMap<CfnResource, UsedElsewhere> {
  const used = new Map(functions.map(({ resource }) => [resource, { actions: [], unread: [] } as UsedElsewhere]));
  for (const [resource, own] of used) {
    const written = propertiesOf(resource);
    if (written.DeadLetterConfig !== undefined) {
      own.actions.push(...places(resources, resource, 'DeadLetterConfig', 'sending'));
    }
    for (const layer of [written.Layers ?? []].flat(1)) {
      const actions = actionsOfLayer(JSON.stringify(layer));
      if (actions) own.actions.push(...actions);
      else own.unread.push(`runs with the layer '${resources.told(resource, layer)}'`);
    }
  }
  for (const resource of resources.all) {
    const type = resource.cfnResourceType;
    if (type !== 'AWS::Lambda::EventSourceMapping' && type !== 'AWS::Lambda::EventInvokeConfig') continue;
    for (const fn of functionsOf(resources, resource)) {
      const own = used.get(fn);
      if (!own) continue;
      const written = propertiesOf(resource);
      if (type === 'AWS::Lambda::EventSourceMapping') {
        own.actions.push(...places(resources, resource, 'EventSourceArn', 'polling'));
        if (written.SelfManagedEventSource !== undefined) own.actions.push(...actionsForPlace('polling', ['kafka']));
      }
      if (written.DestinationConfig !== undefined) {
        own.actions.push(...places(resources, resource, 'DestinationConfig', 'sending'));
      }
    }
  }
  return used;
}

/** Also by a version or an alias. */
function functionsOf(resources: StageResources, resource: CfnResource): CfnResource[] {
  return resources
    .namedBy(resource, 'FunctionName')
    .resources.flatMap((each) =>
      /^AWS::Lambda::(?:Alias|Version)$/.test(each.cfnResourceType) ? functionsOf(resources, each) : [each],
    );
}

function places(
  resources: StageResources,
  resource: CfnResource,
  property: string,
  what: 'polling' | 'sending',
): readonly string[] {
  const { resources: named, literals } = resources.namedBy(resource, property);
  const services = [
    ...named.map(({ cfnResourceType: type }) => serviceOfType(type)),
    ...[...literals].flatMap(
      (text) => /:(sqs|sns|kinesis|dynamodb|kafka|mq|rds|lambda|events|s3):/.exec(text)?.[1] ?? [],
    ),
  ];
  return actionsForPlace(what, services);
}

/** `AWS::SQS::Queue` is of `sqs`. */
function serviceOfType(type: string): string {
  const service = type.split('::')[1]?.toLowerCase() ?? '';
  const others: Readonly<Record<string, string>> = { msk: 'kafka', amazonmq: 'mq', docdb: 'rds' };
  return others[service] ?? service;
}

function propertiesOf(resource: CfnResource): Record<string, unknown> {
  return (render(resource)?.Properties ?? {}) as Record<string, unknown>;
}
