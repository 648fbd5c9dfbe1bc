/** A template, or a piece of one, as plain JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export interface RawTemplate {
  readonly Resources: Record<string, JsonObject>;
  readonly [section: string]: unknown;
}

export const noValue: Json = { Ref: 'AWS::NoValue' };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFunction(node: Json | undefined): boolean {
  const [name, ...others] = isObject(node) ? Object.keys(node) : [];
  return others.length === 0 && (name === 'Ref' || name?.startsWith('Fn::') === true);
}

export function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** What stands at a path; a single thing counts as a list of one, as the model has it. */
export function at(node: Json | undefined, path: readonly string[]): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return node;
  if (Array.isArray(node)) return at(node[Number(key)], rest);
  if (isObject(node)) return key in node || key !== '0' ? at(node[key], rest) : at(node, rest);
  return key === '0' ? at(node, rest) : undefined;
}

/** The same with something else at a path, whose parents are made where they are missing. */
export function withAt(node: Json | undefined, path: readonly string[], value: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(node)) return node.map((item, index) => (String(index) === key ? withAt(item, rest, value) : item));
  if (isObject(node) && (key in node || key !== '0')) return { ...node, [key]: withAt(node[key], rest, value) };
  if (node !== undefined && key === '0') return withAt(node, rest, value);
  return { [key]: withAt(undefined, rest, value) };
}

/** The path of the first string, number or boolean at or below a path; not inside of functions. */
export function leafBelow(node: Json | undefined, path: readonly string[]): readonly string[] | undefined {
  if (node === undefined || node === null) return undefined;
  if (typeof node !== 'object') return path;
  if (isFunction(node)) return undefined;
  for (const [key, item] of Object.entries(node)) {
    // The version of a policy is not what anybody would hide.
    const leaf = key === 'Version' ? undefined : leafBelow(item, [...path, key]);
    if (leaf) return leaf;
  }
  return undefined;
}

/** The path as far as the template goes; a policy that is written as text, or joined to one, is one thing. */
export function reachable(node: Json | undefined, path: readonly string[]): readonly string[] {
  const end = path.findIndex((_, index) => {
    const reached = at(node, path.slice(0, index));
    return ['string', 'number', 'boolean'].includes(typeof reached) || isFunction(reached);
  });
  return end < 0 ? path : path.slice(0, end);
}
