import { flatten } from './alternatives';
import { isObject } from './parse';
import { Alternatives, Reference, Text, Unknown } from './resolved';
import type { Resolved } from './resolved';
import type { Resource } from './resource';

/** No resources: the same list each time. */
export const nowhere: readonly Resource[] = [];

/** The resources that a piece of a template refers to, through lists, objects, texts and alternatives. */
export function targetsOf(resolved: Resolved): readonly Resource[] {
  if (resolved instanceof Reference) return [resolved.resource];
  const found = new Set<Resource>();
  addTargets(resolved, found);
  return found.size === 0 ? nowhere : [...found];
}

function addTargets(resolved: Resolved | undefined, found: Set<Resource>): void {
  if (typeof resolved !== 'object' || resolved === null || resolved instanceof Unknown) return;
  if (resolved instanceof Reference) found.add(resolved.resource);
  else if (resolved instanceof Text) for (const part of resolved.parts) addTargets(part, found);
  else if (resolved instanceof Alternatives) for (const { value } of resolved.branches) addTargets(value, found);
  else if (Array.isArray(resolved)) for (const item of resolved) addTargets(item as Resolved, found);
  else for (const key in resolved) addTargets((resolved as { readonly [key: string]: Resolved })[key], found);
}

/** An object that is no reference, no text with references, and nothing that is not known. */
export function isPlainObject(resolved: unknown): resolved is { readonly [key: string]: Resolved } {
  return (
    isObject(resolved) &&
    !(
      resolved instanceof Reference ||
      resolved instanceof Text ||
      resolved instanceof Unknown ||
      resolved instanceof Alternatives
    )
  );
}

/** What stands under a key. */
export function below(resolved: Resolved | undefined, key: string): Resolved | undefined {
  if (resolved instanceof Unknown) return resolved;
  if (resolved instanceof Alternatives) {
    return new Alternatives(resolved.branches.map(({ when, value }) => ({ when, value: below(value, key) })));
  }
  if (resolved instanceof Reference || resolved instanceof Text) {
    return new Unknown(`${String(resolved)} is only known after deployment`, `${String(resolved)}.${key}`);
  }
  if (typeof resolved !== 'object' || resolved === null || !Object.hasOwn(resolved, key)) return undefined;
  return (resolved as { readonly [key: string]: Resolved })[key];
}

/** As JSON shows it. */
export function printable(resolved: Resolved | undefined): unknown {
  if (Array.isArray(resolved)) return resolved.map(printable);
  if (resolved instanceof Alternatives) return flatten(resolved).map((branch) => printable(branch.value));
  if (!isPlainObject(resolved)) return typeof resolved === 'object' ? String(resolved) : resolved;
  return Object.fromEntries(Object.entries(resolved).map(([key, item]) => [key, printable(item)]));
}
