import { decide, decidedOf, naming, onceDecided, readableOf } from './decision';
import type { Decided } from './decision';
import { grantingOf } from './granting';
import type { Granting, RightOn } from './granting';
import { resourceTypesFor } from '../../../facts/actions';
import type { Policies, Statement, Truth } from '../../../iam';
import type { Application, Resource, Value } from '../../../template';

/** Something that a statement lets a role do, after what its boundary and every deny take away. */
export interface Right {
  /** Of the actions that were asked for, those that this place allows. */
  readonly actions: readonly string[];
  /** The action as the policy writes it, or the managed policy. */
  readonly at: Value;
  readonly statement: Statement;
  /** What it may be done to, as the policy writes it. */
  readonly on: readonly RightOn[];
  readonly truth: Truth;
}

export interface Rights {
  readonly found: readonly Right[];
  /** What may allow more, and cannot be read. */
  readonly unread: readonly Value[];
}

/** Whether the policies of a role may allow one of some actions, as far as the actions of their statements say. */
export function mayHaveRights(role: Resource, app: Application, actions: readonly string[]): boolean {
  const { granting, unread, spelling } = grantingOf(role, app);
  return unread.length > 0 || askedOf(granting, spelling, actions) !== undefined;
}

/**
 * Which of some actions the policies of a role allow, and on what.
 *
 * @param actions the same list each time: what it has to do with what policies say is worked out once for all roles
 */
export function rightsOf(role: Resource, app: Application, actions: readonly string[]): Rights {
  const { resolution } = app;
  const choicesBefore = resolution.choices;
  const { granting, unread, spelling } = grantingOf(role, app);
  const asked = askedOf(granting, spelling, actions);
  if (!asked) return { found: [], unread };
  const policies = readableOf(role);
  const decided: Decided = resolution.choices === choicesBefore ? decidedOf(role, app) : new Map();
  const found = granting.flatMap((one, index) =>
    asked[index].length > 0 ? rightsIn(one, asked[index], role, policies, decided) : [],
  );
  return { found, unread };
}

type Asked = readonly (readonly string[])[];

/** By list of actions and by what the policies of a role say: roles that do the same job say the same. */
const askedBefore = new WeakMap<readonly string[], Map<string, Asked | undefined>>();
const mostSpellings = 2_000;

/** For each statement the actions that it may allow; `undefined` where none does. */
function askedOf(granting: readonly Granting[], spelling: string, actions: readonly string[]): Asked | undefined {
  if (spelling.includes('null')) return findAsked(granting, actions);
  let bySpelling = askedBefore.get(actions);
  if (!bySpelling) {
    bySpelling = new Map();
    askedBefore.set(actions, bySpelling);
  }
  let asked = bySpelling.get(spelling);
  if (!asked && !bySpelling.has(spelling)) {
    asked = findAsked(granting, actions);
    if (bySpelling.size === mostSpellings) bySpelling.clear();
    bySpelling.set(spelling, asked);
  }
  return asked;
}

function findAsked(granting: readonly Granting[], actions: readonly string[]): Asked | undefined {
  const asked = granting.map(({ statement }) => actions.filter((name) => mayCover(statement, name)));
  return asked.some((one) => one.length > 0) ? asked : undefined;
}

function rightsIn(
  { statement, places, resources }: Granting,
  actions: readonly string[],
  role: Resource,
  policies: Policies,
  before: Decided,
): readonly Right[] {
  const truthOf = (action: string, on: RightOn): Truth => {
    const isItself = on.isOpen && statement.conditions.length === 0;
    if (isItself) return decide(role, action, on, naming(on, action, policies));
    return onceDecided(before, role, action, on, policies);
  };
  return places.flatMap(({ at, covers }) => {
    const decided = resources.flatMap((on) =>
      actions
        .filter((action) => covers(action) && canBeOn(action, on))
        .map((action) => ({ on, action, truth: truthOf(action, on) })),
    );
    const held = decided.filter(({ truth }) => truth !== 'no');
    if (held.length === 0) return [];
    const sure = held.filter(({ truth }) => truth === 'yes');
    const kept = sure.length > 0 ? sure : held;
    const right: Right = {
      actions: [...new Set(kept.map(({ action }) => action))],
      at,
      statement,
      on: [...new Set(kept.map(({ on }) => on))],
      truth: kept[0].truth,
    };
    return [right];
  });
}

/** An action on what it cannot be done to allows nothing: a bucket's action on objects. */
function canBeOn(action: string, { arn }: RightOn): boolean {
  return arn === '*' || resourceTypesFor(action, arn).length > 0;
}

function mayCover(statement: Statement, action: string): boolean {
  return statement.matchesAction(action) !== 'no';
}
