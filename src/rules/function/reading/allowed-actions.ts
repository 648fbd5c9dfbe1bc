import { findManagedPolicy } from '../../../facts/managed-policies';
import { matchesWildcards } from '../../../facts/wildcards';
import type { Application, Resource, Value } from '../../../template';

/** An action pattern that a policy of a role allows. */
export interface AllowedAction {
  /** As it is written, `*` and `s3:Get*` included. */
  readonly pattern: string;
  /** Where it is written. */
  readonly at: Value;
  /** What it is allowed on. */
  readonly resources: readonly string[];
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
  const actions: AllowedAction[] = [];
  const exceptions: Value[] = [];
  const unreadable: Value[] = [];
  for (const { document, arn } of app.policiesOf(role)) {
    if (arn) {
      const policy = arn.text === undefined ? undefined : findManagedPolicy(arn.text);
      if (!policy) unreadable.push(arn);
      for (const statement of policy?.statements ?? []) {
        actions.push(...statement.actions.map((pattern) => ({ pattern, at: arn, resources: statement.resources })));
      }
      continue;
    }
    if (!document || document.isUnknown) {
      if (document) unreadable.push(document);
      continue;
    }
    for (const statement of document.read('Statement').items) {
      if (statement.isUnknown) unreadable.push(statement);
      if (!statement.read('Effect').is('Allow')) continue;
      if (!statement.read('NotAction').isAbsent) exceptions.push(statement.read('NotAction'));
      const resources = statement.read('Resource').items.map((item) => item.text ?? '*');
      for (const at of statement.read('Action').items) {
        if (at.isUnknown || at.text === undefined) unreadable.push(at);
        else actions.push({ pattern: at.text, at, resources });
      }
    }
  }
  return { actions, exceptions, unreadable };
}

/** Whether an action pattern covers an action, in any case, as IAM reads it. */
export function covers(pattern: string, action: string): boolean {
  return matchesWildcards(pattern.toLowerCase(), action.toLowerCase());
}
