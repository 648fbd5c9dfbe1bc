import { eventTargetArn } from './alias';
import type { SamEvent } from './event';
import { defined, isIntrinsic, listOf, referenceTo } from './raw';
import type { DeclaredResource, WrittenPart } from '../declared-resource';
import { isObject, own } from '../parse';
import type { JsonObject } from '../parse';

/** What SAM writes into resources of the template, so that their events reach a function. */
const sources: Readonly<
  Record<
    string,
    { readonly property: string; readonly write: (to: DeclaredResource, by: SamEvent) => DeclaredResource }
  >
> = {
  S3: { property: 'Bucket', write: notifying },
  Cognito: { property: 'UserPool', write: calling },
};

/**
 * Buckets that notify the functions of a template, and user pools that call them, as they are deployed.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-s3.html
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-cognito.html
 */
export function notifiedBy(events: readonly SamEvent[], resources: Map<string, DeclaredResource>): void {
  for (const event of events) {
    if (event.isOfMachine || !Object.hasOwn(sources, event.type)) continue;
    const { property, write } = sources[event.type];
    const named = event.properties[property];
    const source = resources.get(referenceTo(named) ?? String(named));
    if (source) resources.set(source.logicalId, write(source, event));
  }
}

function notifying(bucket: DeclaredResource, event: SamEvent): DeclaredResource {
  const properties = own(bucket.declaration, 'Properties');
  const notifications = own(properties, 'NotificationConfiguration') ?? {};
  const others = own(notifications, 'LambdaConfigurations') ?? [];
  if (!isPlain(notifications) || !Array.isArray(others)) return bucket;
  const condition = own(event.of.declaration, 'Condition');
  const added = listOf(event.properties.Events).map((Event) => {
    const entry = defined({ Event, Filter: event.properties.Filter, Function: eventTargetArn(event.of) });
    return condition === undefined ? entry : { 'Fn::If': [condition, entry, { Ref: 'AWS::NoValue' }] };
  });
  const path = ['NotificationConfiguration', 'LambdaConfigurations'];
  return withPart(
    bucket,
    { NotificationConfiguration: { ...notifications, LambdaConfigurations: [...(others as unknown[]), ...added] } },
    added.map((_, index) => [...path, `${others.length + index}`]),
    event,
  );
}

function calling(pool: DeclaredResource, event: SamEvent): DeclaredResource {
  const config = own(own(pool.declaration, 'Properties'), 'LambdaConfig') ?? {};
  if (!isPlain(config)) return pool;
  const triggers = listOf(event.properties.Trigger).filter((trigger) => typeof trigger === 'string');
  const added = Object.fromEntries(triggers.map((trigger) => [trigger, eventTargetArn(event.of)]));
  const parts = triggers.map((trigger) => ['LambdaConfig', trigger]);
  return withPart(pool, { LambdaConfig: { ...config, ...added } }, parts, event);
}

function isPlain(value: unknown): value is JsonObject {
  return isObject(value) && !isIntrinsic(value);
}

/** The resource with properties that were written at an event. */
function withPart(
  resource: DeclaredResource,
  properties: JsonObject,
  parts: readonly (readonly string[])[],
  { of, path }: SamEvent,
): DeclaredResource {
  const { declaration, writtenAt = [] } = resource;
  const atEvent = { logicalId: of.logicalId, path: ['Properties', ...path] };
  const added = parts.map((part): WrittenPart => ({ part: ['Properties', ...part], ...atEvent }));
  const before = own(declaration, 'Properties');
  return {
    ...resource,
    declaration: { ...declaration, Properties: { ...(isObject(before) ? before : {}), ...properties } },
    writtenAt: [...writtenAt, ...added],
  };
}
