import type { DeclaredResource, WrittenPart } from '../declared-resource';
import { isObject, own } from '../parse';
import type { JsonObject } from '../parse';

/** Where the parts of a resource come from, as property names: `TracingConfig.Mode` from `Tracing`. */
export type Sources = Readonly<Record<string, string>>;

/**
 * A resource of a type of SAM, with its properties after `Globals`.
 */
export class SamResource {
  constructor(
    readonly logicalId: string,
    readonly declaration: JsonObject,
    readonly properties: JsonObject,
  ) {}

  read(name: string): unknown {
    return own(this.properties, name);
  }

  /** The resource that it stands for: same name, and what stands beside the properties stays. */
  itself(type: string, properties: JsonObject, sources: Sources = {}): DeclaredResource {
    const { logicalId, declaration } = this;
    return {
      logicalId,
      declaration: { ...declaration, Type: type, Properties: properties },
      writtenAt: partsOf(logicalId, sources),
    };
  }

  /** A resource that SAM makes beside it; all of it comes from one property. */
  beside(suffix: string, type: string, properties: JsonObject, from: readonly string[], sources: Sources = {}) {
    const { logicalId, declaration } = this;
    const own_ = { Condition: own(declaration, 'Condition'), Metadata: metadataOf(declaration) };
    const kept = Object.fromEntries(Object.entries(own_).filter(([, value]) => value !== undefined));
    return {
      logicalId: `${logicalId}${suffix}`,
      madeFor: logicalId,
      declaration: { ...kept, Type: type, Properties: properties },
      writtenAt: [{ part: [], logicalId, path: ['Properties', ...from] }, ...partsOf(logicalId, sources)],
    } satisfies DeclaredResource;
  }
}

function partsOf(logicalId: string, sources: Sources): readonly WrittenPart[] {
  return Object.entries(sources).map(([part, path]) => ({
    part: ['Properties', ...part.split('.')],
    logicalId,
    path: ['Properties', ...path.split('.')],
  }));
}

function metadataOf(declaration: JsonObject): unknown {
  const path = own(own(declaration, 'Metadata'), 'aws:cdk:path');
  return isObject(declaration.Metadata) && path !== undefined ? { 'aws:cdk:path': path } : undefined;
}
