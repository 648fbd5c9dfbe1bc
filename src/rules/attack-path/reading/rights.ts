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
}

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
        if (statement.effect === 'Allow') granting.push(written(statement, at));
      }
    }
  }
  return { granting, unread };
}

/** Which of some actions the policies of a role allow, and on what. */
export function rightsOf(role: Resource, app: Application, actions: readonly string[]): Rights {
  const { granting, unread } = grantingOf(role, app);
  const asked = granting.map((one) => ({ ...one, actions: actions.filter((name) => mayCover(one.statement, name)) }));
  const relevant = asked.filter((one) => one.actions.length > 0);
  if (relevant.length === 0) return { found: [], unread };
  const policies = readableOf(role);
  return { found: relevant.flatMap((one) => rightsIn(one, one.actions, role, policies)), unread };
}

function rightsIn(
  { statement, places, resources }: Granting,
  actions: readonly string[],
  role: Resource,
  policies: Policies,
): readonly Right[] {
  return places.flatMap(({ at, covers }) => {
    const decided = resources.flatMap((on) =>
      actions
        .filter((action) => covers(action) && canBeOn(action, on))
        .map((action) => ({ on, action, truth: decide(role, action, on, naming(statement, on, action, policies)) })),
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

/** A statement is about the resource that it names, known or not, as far as no condition comes in between. */
function naming({ conditions }: Statement, { arn, isOpen }: RightOn, action: string, policies: Policies): Policies {
  if (!isOpen || conditions.length > 0) return policies;
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

function written(statement: Statement, at: Value): Granting {
  const oneByOne = at.read('Action').items.map((item, index) => ({
    at: item,
    covers: (action: string) => mayCoverTerm(statement, index, action),
  }));
  const places = statement.notActions ? [{ at: at.read('NotAction'), covers: () => true }] : oneByOne;
  const named = at.read('Resource').items;
  const terms = statement.resources ?? [];
  const resources = terms.map((term, index) => ({
    target: named[index]?.target,
    arn: deployedText(term.toString(), at.resource.template),
    isOpen: term.because !== undefined,
  }));
  return { statement, places, resources: resources.length > 0 ? resources : [{ arn: '*' }] };
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
