import { isPlainObject, termsOf } from './condition';
import { accountOf, accountOfArn } from './principal';
import type { Principal } from './principal';
import { isPlain, tokenize } from './term';
import type { Term } from './term';
import { either, some, truthOf } from './truth';
import type { Truth } from './truth';
import { matches } from './wildcard-matching';
import type { Resolved } from '../template/resolved';

/**
 * How directly a `Principal` names who asks.
 *
 * `account`: the account, which may decide itself to whom it passes the permission on. `role`: the role, whose boundary
 * and session policies still count. `direct`: the user, the session, the service, or everybody.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export type Directness = 'direct' | 'role' | 'account';

/** Whether a principal is named in each of these ways. */
export type ByDirectness = Readonly<Record<Directness, Truth>>;

interface Named {
  readonly type: string;
  readonly term: Term;
}

/** The `Principal` or `NotPrincipal` of a statement. */
export class PrincipalElement {
  static of(value: Resolved | undefined): PrincipalElement {
    if (isPlainObject(value)) {
      return new PrincipalElement(
        Object.entries(value).flatMap(([type, names]) => termsOf(names).map((term) => ({ type, term }))),
      );
    }
    return new PrincipalElement(termsOf(value).map((term) => ({ type: 'AWS', term })));
  }

  private constructor(readonly named: readonly Named[]) {}

  match(principal: Principal): ByDirectness {
    let [direct, role, account]: Truth[] = ['no', 'no', 'no'];
    for (const named of this.named) {
      const found = matchOf(named, principal);
      direct = either(direct, found.direct ?? 'no');
      role = either(role, found.role ?? 'no');
      account = either(account, found.account ?? 'no');
    }
    return { direct, role, account };
  }

  /** Whether the session of a role, whose name is not known, may be among those that are named. */
  mayNameSessionOf(principal: Principal): boolean {
    return (
      principal.kind === 'role' &&
      principal.sessionArn === undefined &&
      this.named.some(({ term }) => term.toString().includes(':assumed-role/'))
    );
  }

  toString(): string {
    return this.named.map(({ term }) => term.toString()).join(', ');
  }
}

function matchOf({ type, term }: Named, principal: Principal): Partial<ByDirectness> {
  const text = term.toString();
  if (type === 'AWS') return matchOfAws(term, text, principal);
  if (type === 'Service' && principal.kind === 'service') {
    if (term.known === undefined) return { direct: sameText(term, principal.name) };
    return { direct: equal(withoutSuffix(text), withoutSuffix(principal.name)) };
  }
  if (type === 'Federated' && principal.kind === 'federated') return { direct: sameText(term, principal.provider) };
  if (type === 'CanonicalUser' && 'canonicalUser' in principal && principal.canonicalUser !== undefined) {
    return asAccount(sameText(term, principal.canonicalUser), principal);
  }
  return nobody;
}

const nobody: Partial<ByDirectness> = {};

function matchOfAws(term: Term, text: string, principal: Principal): Partial<ByDirectness> {
  if (text === '*') return { direct: 'yes' };
  if (term.known === undefined) return mayName(term, principal);
  const account = term.ask(accountNamedBy);
  if (account !== undefined) {
    const own = accountOf(principal);
    return asAccount(own === undefined || principal.kind === 'federated' ? 'no' : equal(account, own), principal);
  }
  if (principal.kind === 'user') return { direct: sameText(term, principal.arn) };
  if (principal.kind === 'role') {
    const session = principal.sessionArn === undefined ? 'no' : sameText(term, principal.sessionArn);
    return { direct: session, role: sameText(term, principal.arn) };
  }
  return nobody;
}

/** Something that is not known may be anybody: everybody, the account, or who asks. */
function mayName(term: Term, principal: Principal): ByDirectness {
  const own = principal.kind === 'federated' ? undefined : accountOf(principal);
  const partition = 'arn' in principal ? principal.arn.split(':')[1] : '${AWS::Partition}';
  const accounts = own === undefined ? [] : [own, `arn:${partition}:iam::${own}:root`];
  const { direct = 'no', account = 'no' } = asAccount(some(accounts.map((one) => sameText(term, one))), principal);
  const itself =
    principal.kind === 'user' ? principal.arn : principal.kind === 'role' ? principal.sessionArn : undefined;
  return {
    direct: some([sameText(term, '*'), direct, itself === undefined ? 'no' : sameText(term, itself)]),
    role: principal.kind === 'role' ? sameText(term, principal.arn) : 'no',
    account,
  };
}

function asAccount(truth: Truth, { kind }: Principal): Partial<ByDirectness> {
  return kind === 'root' ? { direct: truth } : { account: truth };
}

/** `111122223333`, `${AWS::AccountId}` or the ARN of the account's root. */
function accountNamedBy(term: Term): string | undefined {
  const text = term.toString();
  if (/^\d{12}$/.test(text) || text === '${AWS::AccountId}') return text;
  return text.endsWith(':root') ? accountOfArn(text) : undefined;
}

function withoutSuffix(service: string): string {
  return service.replace(/\.\$\{AWS::URLSuffix\}$/, '.amazonaws.com');
}

function sameText(term: Term, text: string): Truth {
  return term.known !== undefined ? equal(term.known, text) : matches(term.tokens, tokenize(text));
}

function equal(a: string, b: string): Truth {
  if (isPlain(a) && isPlain(b)) return truthOf(a === b);
  return matches(tokenize(a), tokenize(b));
}
