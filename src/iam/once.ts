import type { Value } from '../template/value';

interface Kept {
  readonly at: Value;
  readonly result: unknown;
}

const kept = new WeakMap<(value: Value) => unknown, WeakMap<object, Kept>>();

/**
 * Works something out once for each property, however many rules ask: reading policies is most of their work.
 *
 * What met a condition or a parameter on the way may be different in another world, and is not kept.
 */
export function onceForEach<T>(value: Value, work: (value: Value) => T): T {
  const { resolved, resource } = value;
  if (typeof resolved !== 'object' || resolved === null) return work(value);
  let results = kept.get(work);
  if (!results) {
    results = new WeakMap<object, Kept>();
    kept.set(work, results);
  }
  const known = results.get(resolved);
  if (known?.at === value) return known.result as T;
  if (known?.at.resource === resource && isSame(known.at.path, value.path)) return known.result as T;
  const { resolution } = resource.template.application;
  const choicesBefore = resolution.choices;
  const result = work(value);
  if (resolution.choices === choicesBefore) results.set(resolved, { at: value, result });
  return result;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
