import type { Application } from './application';
import type { Resource } from './resource';

type Work<T> = (resource: Resource, app: Application) => T;

/**
 * Works something out once for each resource, however many rules ask.
 *
 * What met a condition or a parameter on the way may be different in another world, and is not kept.
 *
 * @param work a function of a module; one that is made anew for each call would never be found again
 */
export function onceForResource<T>(resource: Resource, work: Work<T>, app = resource.template.application): T {
  const results = resultsOf(app, work);
  const known = results.get(resource);
  if (known !== undefined || results.has(resource)) return known as T;
  const choicesBefore = app.resolution.choices;
  const result = work(resource, app);
  if (app.resolution.choices === choicesBefore) results.set(resource, result);
  return result;
}

/**
 * Works something out once for an application: an index, mostly, that every rule can look things up in.
 *
 * What met a condition or a parameter on the way is not kept.
 */
export function onceForApplication<T>(app: Application, work: (app: Application) => T): T {
  const results = resultsOf(app, work);
  if (results.has(app)) return results.get(app) as T;
  const choicesBefore = app.resolution.choices;
  const result = work(app);
  if (app.resolution.choices === choicesBefore) results.set(app, result);
  return result;
}

function resultsOf({ kept }: Application, work: unknown): Map<object, unknown> {
  let results = kept.get(work);
  if (!results) {
    results = new Map();
    kept.set(work, results);
  }
  return results;
}
