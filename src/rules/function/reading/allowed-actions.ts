import { findManagedPolicy } from '../../../facts/managed-policies';
import { placedStatements } from '../../../iam/placed-statements';
import { Term } from '../../../iam/term';
import type { Application, Resource, Value } from '../../../template';
import { onceForResource } from '../../../template/once';

/** An action pattern that a policy of a role allows. */
export interface AllowedAction {
  /** As it is written, `*` and `s3:Get*` included. */
  readonly pattern: string;
  /** Where it is written. */
  readonly at: Value;
  /** Whether it stands in a policy of AWS: rules about how a policy is written leave that to those about its name. */
  readonly isOfAws?: boolean;
}

/** What the policies of a role allow. */
export interface Allowances {
  readonly actions: readonly AllowedAction[];
  /** Statements that allow everything but some actions. */
  readonly exceptions: readonly Value[];
  /** Documents, statements, actions and policies that cannot be read. */
  readonly unreadable: readonly Value[];
}

/** Reads every policy of a role. */
export function allowancesOf(role: Resource, app: Application): Allowances {
  return onceForResource(role, readAllowances, app);
}

function readAllowances(role: Resource, app: Application): Allowances {
  const actions: AllowedAction[] = [];
  const exceptions: Value[] = [];
  const unreadable: Value[] = [];
  for (const { document, arn } of app.policiesOf(role)) {
    if (arn) {
      const policy = arn.text === undefined ? undefined : findManagedPolicy(arn.text);
      if (!policy) unreadable.push(arn);
      for (const statement of policy?.statements ?? []) {
        actions.push(...statement.actions.map((pattern) => ({ pattern, at: arn, isOfAws: true })));
      }
      continue;
    }
    if (!document) continue;
    const { statements, because } = placedStatements(document);
    if (because !== undefined) unreadable.push(document);
    for (const { statement, at } of statements) {
      if (statement.effect === undefined && at.read('Effect').isUnknown) unreadable.push(at.read('Effect'));
      if (statement.effect !== 'Allow') continue;
      if (statement.notActions) exceptions.push(at.read('NotAction'));
      if (statement.isWrittenOut) {
        actions.push(...statement.actions.map((action, index) => new WrittenAction(action.toString(), at, index)));
        continue;
      }
      for (const action of at.read('Action').items) {
        if (action.isUnknown || action.text === undefined) unreadable.push(action);
        else actions.push({ pattern: action.text, at: action });
      }
    }
  }
  return { actions, exceptions, unreadable };
}

/** An action that is a text in the template; most are never asked for their place. */
class WrittenAction implements AllowedAction {
  constructor(
    readonly pattern: string,
    private readonly statement: Value,
    private readonly index: number,
  ) {}

  get at(): Value {
    return this.statement.read('Action').items[this.index];
  }
}

/** Whether an action pattern covers an action, in any case, as IAM reads it. */
export function covers(pattern: string, action: string): boolean {
  return Term.of(pattern).standsFor(action);
}

/** Whether what cannot be read may allow anything; AWS's own policies are judged by their names. */
export function mayAllowAnything(unreadable: Value): boolean {
  return !unreadable.text?.includes(':iam::aws:policy/');
}
