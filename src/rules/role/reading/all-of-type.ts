import { arnPatternsOf } from '../../../facts/actions';
import { isEveryResource } from '../../../iam/broad-patterns';
import type { Term } from '../../../iam/term';

/**
 * Whether a resource is all of a type whose names people choose: what gets its id from AWS cannot be named before it is
 * there.
 */
export function isEveryNamed(resource: Term): boolean {
  return resource.ask(typeOfAll) !== undefined;
}

/** Of some actions, those that work on what a resource stands for; all of them where it is everything. */
export function worksOnAll(resource: Term, actions: readonly string[]): readonly string[] {
  const type = resource.ask(typeOfAll);
  if (type === undefined) return actions;
  return actions.filter((name) => name.includes('*') || arnPatternsOf(name).some((arn) => arn.includes(`:${type}$`)));
}

/** As it stands before the name in an ARN. */
function typeOfAll(resource: Term): string | undefined {
  if (!isEveryResource(resource, { ofOneType: true })) return undefined;
  return /:(function:|table\/|stateMachine:|stream\/|event-bus\/|parameter\/)[*?:/]+$/.exec(resource.toString())?.[1];
}
