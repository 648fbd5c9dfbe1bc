import { managedStatements } from './managed-statements';
import { resourceTypesFor } from '../../../facts/actions';
import { evaluate, PolicyDocument } from '../../../iam';
import type { NamedPolicy, Policies, Statement, Truth } from '../../../iam';
import { isPatternFor } from '../../../iam/broad-patterns';
import { deployedText } from '../../../iam/deployed-text';
import { identityOf } from '../../../iam/permission-paths';
import { placedStatements } from '../../../iam/placed-statements';
import { resourcePolicies } from '../../../iam/resource-policies';
import { rolePolicies } from '../../../iam/role-policies';
import type { Term } from '../../../iam/term';
import type { Application, Resource, Value } from '../../../template';
import { onceForResource } from '../../../template/once';

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

/** One of the resources that a statement names. */
export interface RightOn {
  /** The resource of the application that is named. */
  readonly target?: Resource;
  /** The ARN, with its wildcards. */
  readonly arn: string;
  /** Whether a piece of it is known only after deployment. */
  readonly isOpen?: boolean;
}

export interface Rights {
  readonly found: readonly Right[];
  /** What may allow more, and cannot be read. */
  readonly unread: readonly Value[];
}

/** A statement that may allow something, and what may stand in it. */
export interface Granting {
  readonly statement: Statement;
  /** The actions with their places; one place for all where they are not written out. */
  readonly places: readonly { readonly at: Value; readonly covers: (action: string) => boolean }[];
  readonly resources: readonly RightOn[];
}

/** Every statement of the policies of a role that allows something, and what cannot be read. */
export function grantingOf(role: Resource, app: Application): GrantingStatements {
  return onceForResource(role, findGranting, app);
}

interface GrantingStatements {
  readonly granting: readonly Granting[];
  readonly unread: readonly Value[];
  /** The actions of all statements, as they are written. */
  readonly spelling: string;
  /** What was decided about the role already. */
  readonly decided: Decided;
}

/** By the resource, and by action and ARN. */
type Decided = Map<Resource | undefined, Map<string, Truth>>;

function findGranting(role: Resource, app: Application): GrantingStatements {
  const unread: Value[] = [];
  const granting: Granting[] = [];
  for (const { document, arn } of app.policiesOf(role)) {
    if (arn) {
      const managed = managedStatements(arn);
      if (managed) granting.push(...managed);
      else if (!isOfAws(arn)) unread.push(arn);
    } else if (document) {
      const { statements, because } = placedStatements(document);
      if (because !== undefined) unread.push(document);
      for (const { statement, at } of statements) {
        if (statement.effect === undefined) unread.push(at.read('Effect'));
        if (statement.effect === 'Allow') granting.push(new WrittenGranting(statement, at));
      }
    }
  }
  return { granting, unread, spelling: granting.map(spellingOf).join('\n'), decided: new Map() };
}

function spellingOf({ statement: { actions, notActions } }: Granting): string {
  return JSON.stringify([(notActions ?? actions).map(spelled), notActions !== undefined]);
}

/** Of an action that is not known only that: any may be meant. */
function spelled(action: Term): string | null {
  return action.known ?? null;
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
  const granted = grantingOf(role, app);
  const { granting, unread, spelling } = granted;
  const asked = askedOf(granting, spelling, actions);
  if (!asked) return { found: [], unread };
  const { resolution } = app;
  const choicesBefore = resolution.choices;
  const policies = readableOf(role);
  const decided: Decided = resolution.choices === choicesBefore ? granted.decided : new Map();
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

/** Several rules ask for the same actions. */
function onceDecided(before: Decided, role: Resource, action: string, on: RightOn, policies: Policies): Truth {
  const { resolution } = role.template.application;
  let decided = before.get(on.target);
  if (!decided) {
    decided = new Map();
    before.set(on.target, decided);
  }
  const key = `${action} ${on.arn}`;
  const known = decided.get(key);
  if (known) return known;
  const choicesBefore = resolution.choices;
  const truth = decide(role, action, on, policies);
  if (resolution.choices === choicesBefore) decided.set(key, truth);
  return truth;
}

/** A statement is about the resource that it names, known or not, as far as no condition comes in between. */
function naming({ arn }: RightOn, action: string, policies: Policies): Policies {
  const same = PolicyDocument.of({ Statement: { Effect: 'Allow', Action: action, Resource: arn } });
  return { ...policies, identity: [...(policies.identity ?? []), { name: 'the statement itself', document: same }] };
}

/**
 * A condition that asks for something special limits the right, and is no finding: the keys are not in the request, or
 * are those of somebody else.
 */
function decide(role: Resource, action: string, { target, arn }: RightOn, policies: Policies): Truth {
  const account = deployedText('${AWS::AccountId}', role.template);
  const context = {
    'aws:SecureTransport': 'true',
    'aws:ResourceAccount': account,
    'dynamodb:LeadingKeys': ['somebody else'],
  };
  const resource = arn === '*' ? '*' : arn.replace(/[*?]/g, 'x');
  const request = { principal: identityOf(role), action, resource, resourceAccount: account, context };
  const onResource = target ? resourcePolicies(target) : [];
  const isDelegated = onResource.length === 0 && /^(kms|sts):/.test(action);
  const { decision } = evaluate(request, { ...policies, resource: isDelegated ? [delegated(account)] : onResource });
  return ({ allowed: 'yes', denied: 'no', unknown: 'unknown' } as const)[decision];
}

/** Keys and roles that are not in sight have the policy that leaves it to the account. */
function delegated(account: string): NamedPolicy {
  const root = { AWS: account };
  const statement = { Effect: 'Allow', Principal: root, Action: '*', Resource: '*' };
  return { name: 'the default policy', document: PolicyDocument.of({ Statement: statement }) };
}

/** Policies of AWS whose statements are not known here allow what their name says, and deny nothing. */
function readableOf(role: Resource): Policies {
  const { identity = [], boundary } = rolePolicies(role);
  const readable = identity.filter((policy) => policy.document.because === undefined || !isNameOfAws(policy.name));
  return { identity: readable, ...(boundary && { boundary }) };
}

/** A statement that the template holds; of most nobody asks more than the actions. */
class WrittenGranting implements Granting {
  private places_?: Granting['places'];
  private resources_?: Granting['resources'];

  constructor(
    readonly statement: Statement,
    private readonly at: Value,
  ) {}

  get places(): Granting['places'] {
    this.places_ ??= this.findPlaces();
    return this.places_;
  }

  private findPlaces(): Granting['places'] {
    const { statement, at } = this;
    if (statement.notActions) return [{ at: at.read('NotAction'), covers: () => true }];
    return at.read('Action').items.map((item, index) => ({
      at: item,
      covers: (action: string) => mayCoverTerm(statement, index, action),
    }));
  }

  get resources(): Granting['resources'] {
    this.resources_ ??= this.findResources();
    return this.resources_;
  }

  private findResources(): Granting['resources'] {
    const { statement, at } = this;
    const named = at.read('Resource').items;
    const resources = (statement.resources ?? []).map((term, index) => ({
      target: named[index]?.target,
      arn: deployedText(term.toString(), at.resource.template),
      isOpen: term.because !== undefined,
    }));
    return resources.length > 0 ? resources : [{ arn: '*' }];
  }
}

function mayCover(statement: Statement, action: string): boolean {
  return statement.matchesAction(action) !== 'no';
}

function mayCoverTerm({ actions }: Statement, index: number, action: string): boolean {
  const pattern = actions[index];
  return pattern !== undefined && (pattern.known === undefined || isPatternFor(pattern, action));
}

function isOfAws(arn: Value): boolean {
  return isNameOfAws(arn.text ?? '');
}

function isNameOfAws(name: string): boolean {
  return name.includes(':iam::aws:policy/');
}
