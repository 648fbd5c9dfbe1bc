import type { Application } from './application';
import type { Resource } from './resource';

/**
 * Works something out once for each resource, however many rules ask.
 *
 * What met a condition or a parameter on the way may be different in another world, and is not kept.
 *
 * @param work a function of a module; one that is made anew for each call would never be found again
 */
export function onceForResource<T>(
  resource: Resource,
  work: (resource: Resource, app: Application) => T,
  app = resource.template.application,
): T {
  return once(resource, work, app);
}

/**
 * Works something out once for an application: an index, mostly, that every rule can look things up in.
 *
 * What met a condition or a parameter on the way is not kept.
 */
export function onceForApplication<T>(app: Application, work: (app: Application) => T): T {
  return once(app, work, app);
}

/** Works something out once for each key; the application keeps it, as long as it lives. */
export function once<K extends object, T>(key: K, work: (key: K, app: Application) => T, app: Application): T {
  const { kept, resolution } = app;
  let results = kept.get(work);
  if (!results) {
    results = new Map();
    kept.set(work, results);
  }
  const known = results.get(key);
  if (known !== undefined || results.has(key)) return known as T;
  const choicesBefore = resolution.choices;
  const result = work(key, app);
  if (resolution.choices === choicesBefore) results.set(key, result);
  return result;
}
