import { resourceCovers, withAllFields } from './arn-matching';
import { conditionsOf, termsOf } from './condition';
import type { Condition } from './condition';
import { coversPlainly } from './plain-matching';
import { PrincipalElement } from './principal-element';
import type { ByDirectness } from './principal-element';
import type { Request } from './request';
import type { RequestContext } from './request-context';
import type { Term } from './term';
import { isPlain, tokenize } from './term';
import { both, not, some, truthOf } from './truth';
import type { Truth } from './truth';
import { asWritten, matches, patternOf } from './wildcard-matching';
import type { Variables } from './wildcard-matching';
import type { Resolved } from '../template/resolved';

type JsonStatement = { readonly [key: string]: Resolved };

/**
 * A statement of a policy.
 */
export class Statement {
  readonly sid: string | undefined;
  /** `undefined` where it is neither, or not known. */
  readonly effect: 'Allow' | 'Deny' | undefined;
  readonly actions: readonly Term[];
  readonly notActions: readonly Term[] | undefined;
  /** `undefined` where the statement has no resource, as in the trust policy of a role. */
  readonly resources: readonly Term[] | undefined;
  readonly notResources: readonly Term[] | undefined;
  /** `undefined` in policies of an identity. */
  readonly principal: PrincipalElement | undefined;
  readonly notPrincipal: PrincipalElement | undefined;
  readonly conditions: readonly Condition[];
  /** Whether each action is a text of the template. */
  readonly isWrittenOut: boolean;
  /** The resources, or those that are left out, as AWS reads them. */
  private readonly covering: readonly Term[] | undefined;

  constructor(
    json: JsonStatement,
    /** From 0. */
    readonly index: number,
    /** Whether the statement is there at all. */
    readonly present: Truth,
    private readonly hasVariables: boolean,
  ) {
    const effect = json.Effect;
    this.sid = typeof json.Sid === 'string' ? json.Sid : undefined;
    this.effect = effect === 'Allow' || effect === 'Deny' ? effect : undefined;
    this.actions = termsOf(json.Action);
    this.isWrittenOut = [json.Action].flat().every((action, at) => action === this.actions[at]?.known);
    this.notActions = json.NotAction === undefined ? undefined : termsOf(json.NotAction);
    this.resources = json.Resource === undefined ? undefined : termsOf(json.Resource);
    this.notResources = json.NotResource === undefined ? undefined : termsOf(json.NotResource);
    this.principal = json.Principal === undefined ? undefined : PrincipalElement.of(json.Principal);
    this.notPrincipal = json.NotPrincipal === undefined ? undefined : PrincipalElement.of(json.NotPrincipal);
    this.conditions = conditionsOf(json.Condition);
    const isOfIdentity = !this.principal && !this.notPrincipal;
    const named = this.notResources ?? this.resources;
    this.covering = isOfIdentity ? named?.flatMap((term) => term.ask(withAllFields)) : named;
  }

  /**
   * Whether the statement is about a request, by how its principal names who asks; in the policy of an identity the
   * principal is not asked for.
   */
  applies(request: Request, context: RequestContext, hasBoundary = false): ByDirectness {
    // Most statements of a policy are about something else.
    const action = this.matchesAction(request.action);
    if (action === 'no') return never;
    const named = this.matchesPrincipal(request, hasBoundary);
    if (named.direct === 'no' && named.role === 'no' && named.account === 'no') return never;
    const variables = this.hasVariables ? (name: string) => context.variable(name) : asWritten;
    const resource = this.matchesResource(request.resource, variables);
    if (resource === 'no') return never;
    let otherwise = both(both(this.present, action), resource);
    for (const condition of this.conditions) otherwise = both(otherwise, condition.holds(context, variables));
    if (otherwise === 'no') return never;
    if (otherwise === 'yes') return named;
    return {
      direct: both(otherwise, named.direct),
      role: both(otherwise, named.role),
      account: both(otherwise, named.account),
    };
  }

  matchesAction(action: string): Truth {
    const name = nameOf(action);
    return this.notActions ? not(amongActions(this.notActions, name)) : amongActions(this.actions, name);
  }

  matchesResource(resource: string, variables: Variables = noVariables): Truth {
    if (!this.covering) return 'yes';
    const among = amongResources(this.covering, resource, variables);
    return this.notResources ? not(among) : among;
  }

  /**
   * A `Deny` with `NotPrincipal` spares nobody who has a permissions boundary, and nobody of whom it names the account or
   * the role only: it has to name the session. An `Allow` with `NotPrincipal` leaves out whoever is named in any way; AWS
   * no longer supports it, but what was written before may be there.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
   * @see https://aws.amazon.com/blogs/security/how-to-restrict-amazon-s3-bucket-access-to-a-specific-iam-role/
   */
  private matchesPrincipal(request: Request, hasBoundary: boolean): ByDirectness {
    if (!this.notPrincipal) return this.principal?.match(request.principal) ?? always;
    if (hasBoundary && this.effect === 'Deny') return always;
    const { direct, role, account } = this.notPrincipal.match(request.principal);
    if (this.effect === 'Allow') return directly(not(some([direct, role, account])));
    const itself = this.notPrincipal.mayNameSessionOf(request.principal) ? 'unknown' : 'no';
    return directly(not(some([direct, itself])));
  }

  toString(): string {
    return this.sid ? `statement "${this.sid}"` : `statement ${this.index + 1}`;
  }
}

interface ActionName {
  readonly text: string;
  readonly isPlain: boolean;
}

/** Every statement is asked for the same few actions. */
const names = new Map<string, ActionName>();
const mostNames = 10_000;

function nameOf(action: string): ActionName {
  let name = names.get(action);
  if (!name) {
    const text = action.toLowerCase();
    name = { text, isPlain: isPlain(text) };
    if (names.size === mostNames) names.clear();
    names.set(action, name);
  }
  return name;
}

function amongActions(terms: readonly Term[], name: ActionName): Truth {
  let result: Truth = 'no';
  for (const term of terms) {
    const covers = coversAction(term, name);
    if (covers === 'yes') return 'yes';
    if (covers === 'unknown') result = 'unknown';
  }
  return result;
}

function amongResources(terms: readonly Term[], resource: string, variables: Variables): Truth {
  let result: Truth = 'no';
  for (const term of terms) {
    const covers = coversPlainly(term, resource) ?? resourceCovers(patternOf(term, variables), tokenize(resource));
    if (covers === 'yes') return 'yes';
    if (covers === 'unknown') result = 'unknown';
  }
  return result;
}

function coversAction(term: Term, name: ActionName): Truth {
  if (name.isPlain && term.plain !== undefined) return truthOf(term.standsFor(name.text));
  return matches(patternOf(term, noVariables)?.map(lowerCase), tokenize(name.text));
}

function directly(truth: Truth): ByDirectness {
  return { direct: truth, role: 'no', account: 'no' };
}

const never = directly('no');
const always = directly('yes');

const noVariables: Variables = () => undefined;

function lowerCase<T>(token: T): T {
  return typeof token === 'string' && token.length === 1 ? (token.toLowerCase() as T) : token;
}
