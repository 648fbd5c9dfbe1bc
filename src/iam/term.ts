import { referenceText } from './reference-text';
import { Alternatives, Reference, Text, Unknown } from '../template/resolved';
import type { Resolved } from '../template/resolved';

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
    if (value instanceof Term) return value;
    if (value instanceof Text) return new Term(value.parts.flatMap((part) => Term.of(part).parts));
    if (value instanceof Reference) return new Term([referenceText(value)]);
    if (value instanceof Unknown) return new Term([value]);
    if (value instanceof Alternatives) {
      return new Term([new Unknown(`it depends on whether ${value.branches[0]?.when}`, '${…}')]);
    }
    if (value === null || value === undefined) return new Term([]);
    if (typeof value === 'object') return new Term([new Unknown('it is not a text', JSON.stringify(value))]);
    const text = String(value);
    if (text.length > longest) return new Term([new Unknown('it is longer than any policy', `${text.slice(0, 40)}…`)]);
    return new Term([text]);
  }

  private tokens_?: readonly Token[];
  private text?: string;
  private plain_?: string | false;
  private known_?: string | false;

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

  toString(): string {
    this.text ??= this.parts.length === 1 ? String(this.parts[0]) : this.parts.join('');
    return this.text;
  }
}

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
