import { Token } from 'aws-cdk-lib';
import { Effect, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { arnShape, startsWithResource } from './arn-shape';
import { isStray, narrowActions } from './narrowed-actions';
import { isWildcardOnly, resourceTypesFor } from '../facts/actions';
import { isAuthorizedOnUnlistedResource } from '../facts/unlisted-resources';

/**
 * The statements that allow what the given one is meant to allow, and nothing else: exact actions, each on the kind of
 * resource that it applies to. Empty where nothing of it could have an effect.
 *
 * Works on copies, so that effect, sid and conditions survive and the caller's statement stays as it was written.
 */
export function narrowStatement(statement: PolicyStatement): PolicyStatement[] {
  if (statement.effect === Effect.DENY || statement.actions.length === 0 || Token.isUnresolved(statement.actions)) {
    return [statement];
  }

  const actions = narrowActions(statement.actions);
  if (statement.resources.length === 0 || Token.isUnresolved(statement.resources)) {
    return [statement.copy({ actions: [...actions] })];
  }

  const byResources = new Map<string, { readonly actions: string[]; readonly resources: readonly string[] }>();
  for (const action of actions) {
    const resources = effectiveResources(action, statement.resources);
    if (resources.length === 0) continue;
    const key = JSON.stringify(resources);
    const group = byResources.get(key) ?? { actions: [], resources };
    group.actions.push(action);
    byResources.set(key, group);
  }

  return [...byResources.values()].map((group, index) =>
    statement.copy({
      sid: statement.sid && index > 0 ? `${statement.sid}${index + 1}` : statement.sid,
      actions: group.actions,
      resources: [...group.resources],
    }),
  );
}

/** Those of the resources that the action has an effect on; all of them where that cannot be told. */
function effectiveResources(action: string, resources: readonly string[]): readonly string[] {
  const onlyOnEverything = isWildcardOnly(action);
  if (onlyOnEverything === undefined || takesOtherArns(action)) return resources;
  if (onlyOnEverything) {
    return resources.filter((arn) => arn === '*' || (arnShape(arn) === undefined && !startsWithResource(arn)));
  }

  const applicable = resources.filter((arn) => {
    const shape = arnShape(arn);
    return shape === undefined || resourceTypesFor(action, shape).length > 0;
  });
  if (applicable.some((arn) => !canVanish(arn))) return applicable;
  return isStray(action) && applicable.length < resources.length ? [] : resources;
}

/**
 * Whether the ARN is only known when the template is written, and may turn out not to be there: the L2 of a table names
 * its indexes like that, before it has any. A statement that was left with it alone could not be deployed.
 */
function canVanish(arn: string): boolean {
  return arnShape(arn) === undefined && !startsWithResource(arn);
}

/**
 * The service authorization reference lists functions by their plain ARN, but Lambda also takes it with a version or an
 * alias, which is what a grant to invoke is for.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/access-control-identity-based.html
 */
function takesOtherArns(action: string): boolean {
  return action.toLowerCase().startsWith('lambda:') || isAuthorizedOnUnlistedResource(action);
}
