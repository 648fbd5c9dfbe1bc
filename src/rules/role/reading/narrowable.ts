import { arnPatternsOf, expandActions, isWildcardOnly } from '../../../facts/actions';
import { isEveryAction, isEveryResource, isWholeService } from '../../../iam/broad-patterns';
import type { Term } from '../../../iam/term';

/** The actions that a pattern stands for and that AWS can limit to a resource; a whole service as it is written. */
export function narrowableActions(action: Term): readonly string[] {
  if (isEveryAction(action)) return [action.toString()];
  const narrowable = expandActions(action.toString()).filter((name) => isWildcardOnly(name) === false);
  return isWholeService(action) && narrowable.length > 0 ? [action.toString()] : narrowable;
}

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
  const [, , service] = resource.toString().split(':');
  return actions.filter((name) =>
    name.includes('*')
      ? [service, '*'].includes(name.split(':')[0].toLowerCase())
      : arnPatternsOf(name).some((arn) => arn.includes(`:${type}$`)),
  );
}

/** As it stands before the name in an ARN. */
function typeOfAll(resource: Term): string | undefined {
  if (!isEveryResource(resource, { ofOneType: true })) return undefined;
  return /:(function:|table\/|stateMachine:|stream\/|event-bus\/|parameter\/)[*?:/]+$/.exec(resource.toString())?.[1];
}
