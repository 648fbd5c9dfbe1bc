import type { JsonObject } from './parse';

/** A resource as a template declares it, or as a transform makes it of what the template declares. */
export interface DeclaredResource {
  readonly logicalId: string;
  readonly declaration: JsonObject;
  /** Where its parts stand in the template; the longest `part` that fits counts. @default - where they are */
  readonly writtenAt?: readonly WrittenPart[];
  /** The logical id of the resource that a transform made it for. @default - the template declares it itself */
  readonly madeFor?: string;
}

/** A part of a resource that stands elsewhere in the template than in the resource. */
export interface WrittenPart {
  /** From the resource: `['Properties', 'TracingConfig', 'Mode']`. */
  readonly part: readonly string[];
  readonly logicalId: string;
  readonly path: readonly string[];
  /** Whether what is in it stands there in the same form. @default false */
  readonly isWritten?: boolean;
}

/** The place in the template of a path in a resource. */
export function placeOf(
  { logicalId, writtenAt = [] }: Pick<DeclaredResource, 'logicalId' | 'writtenAt'>,
  path: readonly string[],
): { readonly logicalId: string; readonly path: readonly string[] } {
  const fitting = writtenAt.filter(({ part }) => part.every((key, index) => path[index] === key));
  const [nearest] = [...fitting].sort((a, b) => b.part.length - a.part.length);
  if (!nearest) return { logicalId, path };
  const below = nearest.isWritten ? path.slice(nearest.part.length) : [];
  return { logicalId: nearest.logicalId, path: [...nearest.path, ...below] };
}
