import { functionPlaces, placementOf } from '../../../reachability';
import type { Application, Resource } from '../../../template';
import { onceForApplication } from '../../../template/once';

/** The functions that have a security group. */
export function functionsOf(group: Resource, app: Application): readonly Resource[] {
  return onceForApplication(app, functionsByGroup).get(group) ?? [];
}

function functionsByGroup(app: Application): ReadonlyMap<Resource, readonly Resource[]> {
  const byGroup = new Map<Resource, Resource[]>();
  for (const fn of app.ofType(...Object.keys(functionPlaces))) {
    for (const { target } of placementOf(fn)?.groups ?? []) {
      if (target) byGroup.set(target, [...(byGroup.get(target) ?? []), fn]);
    }
  }
  return byGroup;
}
