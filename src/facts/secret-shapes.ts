import { tellingName } from './telling-names';
import { tokenShapes } from './token-shapes';

/** Why a value looks like a secret, in words that do not repeat it. */
export interface SuspectedSecret {
  /** For example `GitHub token`. */
  readonly kind: string;
  /** The end of a sentence that begins with "the value looks like a secret:". */
  readonly because: string;
}

/** Longer values are configuration; only their beginning is looked at, so that a 10 MB value costs nothing. */
const longest = 64 * 1024;

/**
 * Why a variable of that name with that value looks like a secret, or `undefined` where it does not.
 *
 * A heuristic: it says nothing about a secret that looks like a word. The answer never holds the value, because it is
 * printed on terminals and into reports.
 */
export function findSecret(name: string, value: string): SuspectedSecret | undefined {
  const text = value.slice(0, longest);
  return byShape(text) ?? inConnectionString(text) ?? inJson(name, text) ?? byName(name, text);
}

function byShape(text: string): SuspectedSecret | undefined {
  const shape = tokenShapes.find(({ pattern }) => pattern.test(text));
  if (shape) return { kind: shape.kind, because: shape.because };
  if (/^[A-Za-z0-9+/]{40}$/.test(text) && isRandom(text) && /[a-z]/.test(text) && /[A-Z]/.test(text)) {
    return { kind: 'AWS secret access key', because: 'it has the length and the alphabet of a secret access key' };
  }
  return undefined;
}

function inConnectionString(text: string): SuspectedSecret | undefined {
  const inUrl = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/?#@]{0,256}:([^\s/?#@]{1,256})@/i.exec(text);
  const inFields = /(?:^|[;&?\s])(?:password|passwd|pwd)\s{0,4}=\s{0,4}([^;&\s]{1,256})/i.exec(text);
  const password = inUrl?.[1] ?? inFields?.[1];
  if (password === undefined || isPlaceholder(password)) return undefined;
  return { kind: 'connection string', because: `it holds a password in its ${inUrl ? 'address' : 'fields'}` };
}

function inJson(name: string, text: string): SuspectedSecret | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const open: [string, unknown][] = [[name, parsed]];
  while (open.length > 0) {
    const [key, value] = open.pop()!;
    if (typeof value === 'string') {
      const found = byShape(value) ?? inConnectionString(value) ?? byName(key, value);
      if (found) return { kind: found.kind, because: `a value in its JSON looks like one: ${found.because}` };
    } else if (Array.isArray(value)) {
      for (const item of value) open.push([key, item]);
    } else if (value !== null && typeof value === 'object') {
      open.push(...Object.entries(value));
    }
  }
  return undefined;
}

function byName(name: string, text: string): SuspectedSecret | undefined {
  const telling = tellingName(name);
  if (!telling || isInnocent(text)) return undefined;
  if (telling === 'password') return { kind: 'password', because: 'its name says so, and the value is written out' };
  return isRandom(text) ? { kind: 'secret', because: 'its name says so, and the value looks random' } : undefined;
}

/** What a variable with a telling name may hold without giving anything away. */
function isInnocent(text: string): boolean {
  return (
    /^\s*$/.test(text) ||
    /^(?:true|false|yes|no|on|off|none|null|undefined|enabled|disabled|required|optional)$/i.test(text) ||
    /^-?\d+(?:\.\d+)?(?:ms|s|m|h|d)?$/.test(text) ||
    /^arn:/.test(text) ||
    /^\.{0,2}\//.test(text) ||
    /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ||
    /^[{[]/.test(text) ||
    isPlaceholder(text)
  );
}

function isPlaceholder(text: string): boolean {
  return /\$\{|\{\{|^<.*>$|^[*x.]+$|^%.*%$|^\$\w+$/i.test(text);
}

/**
 * Whether letters, digits and cases follow each other as they do in a generated value: there every other character is
 * of another kind than the one before it, in words and names hardly any.
 */
function isRandom(text: string): boolean {
  if (text.length < 12 || text.length > 4096 || /\s/.test(text)) return false;
  let pairs = 0;
  let changes = 0;
  for (let i = 1; i < text.length; i++) {
    const [before, here] = [kindOf(text[i - 1]), kindOf(text[i])];
    if (before === 'separator' || here === 'separator') continue;
    pairs++;
    if (before !== here) changes++;
  }
  return pairs >= 8 && changes / pairs >= 0.3 && new Set(text).size >= 8;
}

function kindOf(character: string): string {
  if (/[a-z]/.test(character)) return 'lower';
  if (/[A-Z]/.test(character)) return 'upper';
  return /\d/.test(character) ? 'digit' : 'separator';
}
