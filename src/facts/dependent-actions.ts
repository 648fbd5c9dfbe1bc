import { findAction } from './actions';
import { dependentActionsTable } from './dependent-actions.generated';

const decoded = new Map<string, ReadonlyMap<string, readonly string[]>>();

/**
 * The actions that somebody must be allowed too for a call to succeed: `iam:PassRole` for `lambda:CreateFunction`.
 *
 * Some are needed only for what the call may do besides its usual work. Empty for an action that needs no
 * other, or that AWS does not have.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#actions_table
 */
export function dependentActionsOf(name: string): readonly string[] {
  const action = findAction(name);
  return (action && dependenciesIn(action.service).get(action.name)) ?? [];
}

function dependenciesIn(service: string): ReadonlyMap<string, readonly string[]> {
  let dependencies = decoded.get(service);
  if (!dependencies) {
    dependencies = Object.hasOwn(dependentActionsTable, service)
      ? decode(service, dependentActionsTable[service])
      : new Map<string, readonly string[]>();
    decoded.set(service, dependencies);
  }
  return dependencies;
}

function decode(service: string, table: string): ReadonlyMap<string, readonly string[]> {
  const dependencies = new Map<string, readonly string[]>();
  for (const line of table.split('\n')) {
    const [needed, ...verbs] = line.split(' ');
    const names = needed.split(',').map((name) => (name.includes(':') ? name : `${service}:${name}`));
    for (const [verb, nouns] of verbs.map((entry) => entry.split(':'))) {
      for (const noun of nouns.split(',')) dependencies.set(`${service}:${verb}${noun}`, names);
    }
  }
  return dependencies;
}
