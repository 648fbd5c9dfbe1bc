import { referenceText } from './reference-text';
import { matchesWildcards } from '../facts/wildcards';
import { Alternatives, Reference, Text, Unknown } from '../template/resolved';
import type { Resolved } from '../template/resolved';
import { printable } from '../template/within-resolved';

/** Twice what the largest policy may have. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const longest = 65_536;

/**
 * A string of a policy or of a request: characters, symbols that stand for something only known after deployment but
 * the same everywhere (`${Bucket}`, `${AWS::Region}`), and pieces of which nothing is known.
 */
export type Token = string | Unknown;

export class Term {
  /** What a template or a JSON document holds; a number or a boolean counts as its text. */
  static of(value: Resolved | undefined): Term {
    if (typeof value === 'string') return Term.ofText(value);
    if (value instanceof Term) return value;
    if (value instanceof Text) return new Term(value.parts.flatMap((part) => Term.of(part).parts));
    if (value instanceof Reference) return Term.ofText(referenceText(value));
    if (value instanceof Unknown) return new Term([value]);
    if (value instanceof Alternatives) {
      return new Term([new Unknown(`it depends on whether ${value.branches[0]?.when}`, '${…}')]);
    }
    if (value === null || value === undefined) return new Term([]);
    if (typeof value === 'object') return new Term([new Unknown('it is not a text', JSON.stringify(printable(value)))]);
    return Term.ofText(String(value));
  }

  /** The same term for the same text, with what was found out about it: an app says the same few things over and over. */
  private static ofText(text: string): Term {
    if (text.length > longest) return new Term([new Unknown('it is longer than any policy', `${text.slice(0, 40)}…`)]);
    let term = terms.get(text);
    if (!term) {
      term = new Term([text]);
      if (terms.size === mostTerms) terms.clear();
      terms.set(text, term);
    }
    return term;
  }

  private tokens_?: readonly Token[];
  private text?: string;
  private plain_?: string | false;
  private known_?: string | false;
  private answers?: Map<(term: Term) => unknown, unknown>;
  private actions?: Map<string, boolean>;

  private constructor(readonly parts: readonly (string | Unknown)[]) {}

  /** Characters and symbols, each one element. */
  get tokens(): readonly Token[] {
    this.tokens_ ??= tokensOf(this.parts);
    return this.tokens_;
  }

  /** The text, where all of it is known. */
  get known(): string | undefined {
    this.known_ ??= this.parts.some((part) => part instanceof Unknown) ? false : this.toString();
    return this.known_ === false ? undefined : this.known_;
  }

  /** In lower case, where all of it is known and no symbol is in it; most are so, and are compared a lot faster. */
  get plain(): string | undefined {
    this.plain_ ??= isPlain(this.known) ? this.toString().toLowerCase() : false;
    return this.plain_ === false ? undefined : this.plain_;
  }

  /** Why a piece is unknown. */
  get because(): string | undefined {
    return this.parts.find((part) => part instanceof Unknown)?.because;
  }

  /**
   * Finds something out about the text, once however many statements have it.
   *
   * @param question a function of a module; one that is made anew for each call would never be found again
   */
  ask<T>(question: (term: Term) => T): T {
    const { answers = new Map() } = this;
    this.answers = answers;
    const known = answers.get(question);
    if (known !== undefined || answers.has(question)) return known as T;
    const answer = question(this);
    answers.set(question, answer);
    return answer;
  }

  /** Whether it is a pattern for an action; IAM does not look at the case. */
  standsFor(action: string): boolean {
    const { actions = new Map<string, boolean>() } = this;
    this.actions = actions;
    let stands = actions.get(action);
    if (stands === undefined) {
      stands = matchesWildcards(this.toString().toLowerCase(), action.toLowerCase());
      if (actions.size === mostActions) actions.clear();
      actions.set(action, stands);
    }
    return stands;
  }

  toString(): string {
    this.text ??= this.parts.length === 1 ? String(this.parts[0]) : this.parts.join('');
    return this.text;
  }
}

const terms = new Map<string, Term>();
const mostTerms = 20_000;
const mostActions = 5_000;

function tokensOf(parts: readonly (string | Unknown)[]): readonly Token[] {
  if (parts.length === 1 && typeof parts[0] === 'string') return tokenize(parts[0]);
  return parts.flatMap((part): readonly Token[] => (typeof part === 'string' ? tokenize(part) : [part]));
}

/** Whether every character is one token. */
export function isPlain(text: string | undefined): boolean {
  return text !== undefined && /^[ -~]*$/.test(text) && !text.includes('${');
}

export function tokenize(text: string): readonly string[] {
  let tokens = tokenized.get(text);
  if (!tokens) {
    tokens = isPlain(text) ? text.split('') : (text.match(/\$\{[^}]*\}|[^]/gu) ?? []);
    if (tokenized.size === mostTokenized) tokenized.clear();
    tokenized.set(text, tokens);
  }
  return tokens;
}

/** The same few ARNs and actions are compared with many policies. */
const tokenized = new Map<string, readonly string[]>();
const mostTokenized = 5_000;

/** `${AWS::Region}` and its like: the same everywhere, but a literal may well be what it stands for. */
export function isPseudoParameter(token: string): boolean {
  return token.length > 1 && token.startsWith('${AWS::');
}
