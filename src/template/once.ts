import type { Application } from './application';
import type { Resource } from './resource';

type Work<T> = (resource: Resource, app: Application) => T;

const kept = new WeakMap<Work<unknown>, WeakMap<Resource, unknown>>();

/**
 * Works something out once for each resource, however many rules ask.
 *
 * What met a condition or a parameter on the way may be different in another world, and is not kept.
 *
 * @param work a function of a module; one that is made anew for each call would never be found again
 */
export function onceForResource<T>(resource: Resource, work: Work<T>, app = resource.template.application): T {
  let results = kept.get(work);
  if (!results) {
    results = new WeakMap<Resource, unknown>();
    kept.set(work, results);
  }
  if (results.has(resource)) return results.get(resource) as T;
  const { resolution } = app;
  const choicesBefore = resolution.choices;
  const result = work(resource, app);
  if (resolution.choices === choicesBefore) results.set(resource, result);
  return result;
}
