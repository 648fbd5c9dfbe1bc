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

  private constructor(readonly parts: readonly (string | Unknown)[]) {}

  /** Characters and symbols, each one element. */
  get tokens(): readonly Token[] {
    return this.parts.flatMap((part): readonly Token[] => (typeof part === 'string' ? tokenize(part) : [part]));
  }

  /** The text, where all of it is known. */
  get known(): string | undefined {
    return this.parts.some((part) => part instanceof Unknown) ? undefined : this.parts.join('');
  }

  /** Why a piece is unknown. */
  get because(): string | undefined {
    return this.parts.find((part) => part instanceof Unknown)?.because;
  }

  toString(): string {
    return this.parts.join('');
  }
}

export function tokenize(text: string): readonly string[] {
  return text.match(/\$\{[^}]*\}|[^]/gu) ?? [];
}

/** `${AWS::Region}` and its like: the same everywhere, but a literal may well be what it stands for. */
export function isPseudoParameter(token: string): boolean {
  return token.startsWith('${AWS::');
}
