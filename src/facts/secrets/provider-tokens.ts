import type { Evidence } from './evidence';
import { markedTokens, prefixedTokens } from './provider-token-forms';

/** How to write an alphabet in a regular expression, and that nothing of it follows. */
const alphabets: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9',
  letter: 'A-Za-z',
  upper: 'A-Z0-9',
  digit: '0-9',
  hex: '0-9a-fA-F',
  word: '\\w=.-',
  base64: 'A-Za-z0-9+/=',
  base64url: '\\w+/=-',
};

interface Shape {
  readonly kind: string;
  readonly pattern: RegExp;
  /** Of the literal part, which says nothing about the rest. */
  readonly prefix: string;
}

/** By the first three characters; made when the first text is looked at, because importing must cost nothing. */
let shapes: { readonly heads: RegExp; readonly byHead: ReadonlyMap<string, readonly Shape[]> } | undefined;

const headLength = 3;

/** Whether there is a mark in a text at all. */
let marks: RegExp | undefined;

function compile(): NonNullable<typeof shapes> {
  const byHead = new Map<string, Shape[]>();
  for (const line of prefixedTokens.trim().split('\n')) {
    const [kind, forms] = [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)];
    for (const form of forms.split(' ')) {
      const prefix = form.slice(0, form.indexOf('{'));
      const head = form.startsWith('SK{') ? 'SK' : form.slice(0, headLength);
      const shape = { kind, prefix, pattern: new RegExp(patternOf(form), 'y') };
      byHead.set(head, [...(byHead.get(head) ?? []), shape]);
    }
  }
  const heads = [...byHead.keys()].map(escaped).join('|');
  return { byHead, heads: new RegExp(`(?<![A-Za-z0-9])(?:${heads})`, 'g') };
}

function patternOf(form: string): string {
  const source = form
    .split(/(\{[^}]*\})/)
    .map((piece) => {
      const [, name, least, most] = /^\{([a-z]+?(?:64(?:url)?)?)(\d+)(?:-(\d+)|\+)?\}$/.exec(piece) ?? [];
      if (!name) return escaped(piece);
      const isOpen = piece.endsWith('+}');
      return `[${alphabets[name]}]{${least}${isOpen ? ',4096' : most ? `,${most}` : ''}}`;
    })
    .join('');
  return `${source}(?![A-Za-z0-9])`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\~]/g, '\\$&');
}

/** A token of a provider anywhere in a text. */
export function findProviderToken(text: string): Evidence | undefined {
  marks ??= new RegExp(markedTokens.map(({ mark }) => escaped(mark)).join('|'));
  const found = marks.test(text)
    ? markedTokens.find(({ mark, pattern }) => text.includes(mark) && pattern.test(text))
    : undefined;
  if (found) return { kind: found.kind, because: 'it has the form of one' };
  if (text.length < 16) return undefined;
  shapes ??= compile();
  const { heads, byHead } = shapes;
  heads.lastIndex = 0;
  for (let head = heads.exec(text); head; head = heads.exec(text)) {
    for (const { kind, prefix, pattern } of byHead.get(head[0])!) {
      pattern.lastIndex = head.index;
      const token = pattern.exec(text)?.[0];
      if (token === undefined || !isFilledIn(token.slice(prefix.length))) continue;
      return { kind, because: 'it begins as one does, and has its length' };
    }
  }
  return undefined;
}

/** Where somebody has to fill it in, it says `xxxx`. */
function isFilledIn(body: string): boolean {
  return !/^[x*._-]+$/i.test(body);
}
