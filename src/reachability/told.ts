import type { Resource } from '../template';

/** A resource as a path tells of it: where it is in the construct tree below its stack, or its logical id. */
export function nameOf(resource: Resource): string {
  const path = resource.constructPath?.split('/').filter((part) => part !== 'Resource' && part !== 'Default');
  return path && path.length > 1 ? path.slice(1).join('/') : resource.logicalId;
}

export function chain(hops: readonly string[]): string {
  return hops.join(' → ');
}
