import type { Application } from './application';
import type { Resource } from './resource';

type Work<T> = (resource: Resource, app: Application) => T;

const kept = new WeakMap<(key: object) => unknown, WeakMap<object, unknown>>();

/**
 * Works something out once for each resource, however many rules ask.
 *
 * What met a condition or a parameter on the way may be different in another world, and is not kept.
 *
 * @param work a function of a module; one that is made anew for each call would never be found again
 */
export function onceForResource<T>(resource: Resource, work: Work<T>, app = resource.template.application): T {
  return once(resource, work as (key: object) => T, app, () => work(resource, app));
}

/**
 * Works something out once for an application: an index, mostly, that every rule can look things up in.
 *
 * What met a condition or a parameter on the way is not kept.
 */
export function onceForApplication<T>(app: Application, work: (app: Application) => T): T {
  return once(app, work as (key: object) => T, app, () => work(app));
}

function once<T>(key: object, name: (key: object) => T, { resolution }: Application, work: () => T): T {
  let results = kept.get(name);
  if (!results) {
    results = new WeakMap<object, unknown>();
    kept.set(name, results);
  }
  if (results.has(key)) return results.get(key) as T;
  const choicesBefore = resolution.choices;
  const result = work();
  if (resolution.choices === choicesBefore) results.set(key, result);
  return result;
}
