import { isOnEverything, isPatternFor, isWholeService } from './broad-patterns';
import { isPositive, limitsResources } from './limiting-conditions';
import type { PlacedStatement } from './placed-statements';
import { startingActions, whoAssumes } from './telling-actions';
import type { Value } from '../template/value';

/** The right to pass every role, together with the right to start something that runs with it. */
export interface PassedRole {
  /** The action that passes roles. */
  readonly at: Value;
  /** The action that starts something: `lambda:CreateFunction`. */
  readonly starts: string;
}

/**
 * Ways from the statements of one identity to the permissions of every role.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function passedRoles(statements: readonly PlacedStatement[]): readonly PassedRole[] {
  const onEverything = statements.filter(
    ({ statement }) =>
      statement.effect === 'Allow' &&
      isOnEverything(statement, { ofOneType: true }) &&
      !statement.conditions.some(limitsResources),
  );
  return onEverything.flatMap((passing) =>
    passing.at.read('Action').items.flatMap((at, index) => {
      const action = passing.statement.actions[index];
      if (isWholeService(action) || !isPatternFor(action, 'iam:PassRole')) return [];
      const starts = startingActions.find(
        (name) =>
          mayPassTo(passing, whoAssumes(name)) &&
          onEverything.some(({ statement }) => statement.actions.some((other) => isPatternFor(other, name))),
      );
      return starts === undefined ? [] : [{ at, starts }];
    }),
  );
}

function mayPassTo({ statement }: PlacedStatement, services: readonly string[]): boolean {
  return statement.conditions
    .filter(({ operator, key }) => isPositive(operator) && key.toLowerCase() === 'iam:passedtoservice')
    .every(({ values }) =>
      values.some(
        (value) =>
          /^\*/.test(value.toString()) || services.some((service) => value.toString().startsWith(`${service}.`)),
      ),
    );
}
