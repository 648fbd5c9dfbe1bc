import { assignmentsIn } from './assignments';
import { findCredentialInCommand } from './commands';
import { findPasswordInAddress, findPasswordInFields } from './connection-strings';
import type { Evidence, Where } from './evidence';
import { isInnocent, isMadeUpPassword, isRandom, isSecretAccessKey, isUuid } from './literals';
import { findProviderToken } from './provider-tokens';
import { tellingName } from './telling-names';

/**
 * No template is larger, so that nothing in one is left out, and a text of 10 MB costs no more than that.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
const longest = 1024 * 1024;

/**
 * Why something of that name with that text looks like a secret, or `undefined` where it does not.
 *
 * A heuristic: it says nothing about a secret that looks like a word. The answer never holds the text, because it is
 * printed on terminals and into reports.
 *
 * @param name the variable, property or key that the text is the value of
 * @param where a value by default
 */
export function findSecret(name: string, written: string, where: Where = 'value'): Evidence | undefined {
  if (written.length > longestKept) return find(name, written, where);
  if (harmless[where].get(name)?.has(written)) return undefined;
  const found = find(name, written, where);
  if (!found) keep(name, written, where);
  return found;
}

/** By where it stands and what it is called: an app says the same few things over and over, types, names, settings. */
const harmless: Readonly<Record<Where, Map<string, Set<string>>>> = {
  value: new Map(),
  prose: new Map(),
  credential: new Map(),
};
let kept = 0;
const mostKept = 20_000;
const longestKept = 256;

function keep(name: string, written: string, where: Where): void {
  if (kept === mostKept) {
    for (const ofPlace of Object.values(harmless)) ofPlace.clear();
    kept = 0;
  }
  const texts = harmless[where].get(name);
  if (texts) texts.add(written);
  else harmless[where].set(name, new Set([written]));
  kept++;
}

function find(name: string, written: string, where: Where): Evidence | undefined {
  const text = withoutQuotes(written.length > longest ? written.slice(0, longest) : written);
  return (
    inText(text, where) ?? (where === 'prose' ? undefined : (inStructure(name, text) ?? byName(name, text, where)))
  );
}

/** API Gateway takes literals in quotes: `'Basic …'`. */
function withoutQuotes(text: string): string {
  const isQuoted =
    text.length > 2 && /^["']/.test(text) && text.at(-1) === text[0] && !text.slice(1, -1).includes(text[0]);
  return isQuoted ? text.slice(1, -1) : text;
}

const namedSecret: Evidence = { kind: 'secret', because: 'its name says so, and the value looks random' };

/** What can be told from the text alone. */
function inText(text: string, where: Where): Evidence | undefined {
  if (text.length < 6) return undefined;
  const found = findProviderToken(text) ?? findPasswordInAddress(text);
  if (found || where === 'prose') return found;
  return secretAccessKey(text) ?? findPasswordInFields(text) ?? findCredentialInCommand(text);
}

function secretAccessKey(text: string): Evidence | undefined {
  if (!isSecretAccessKey(text)) return undefined;
  return { kind: 'AWS secret access key', because: 'it has the length and the alphabet of a secret access key' };
}

/** What the parts of a text are called in it: in JSON, in code, in a file, in what is encoded. */
function inStructure(name: string, text: string): Evidence | undefined {
  if (/^\s*[{[]/.test(text)) {
    const json = parsed(text);
    if (json !== undefined) return inJson(name, json);
  }
  return inAssignments(text) ?? inBase64(text);
}

function inAssignments(text: string): Evidence | undefined {
  if (!/[\s:=]/.test(text) || !/pass|pwd|pw\b|secret|token|key|cred/i.test(text)) return undefined;
  for (const { name, value } of assignmentsIn(text)) {
    const found = byName(name, value, 'value', true);
    if (found) return found;
  }
  return undefined;
}

/** What user data and configuration are often given as; what is not text below is left alone. */
function inBase64(text: string): Evidence | undefined {
  if (text.length < 40 || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  const decoded = Buffer.from(text, 'base64').toString('utf8');
  if (!/^[\t\n\r -~]+$/.test(decoded)) return undefined;
  const found =
    inText(decoded, 'value') ?? (/^\s*[{[]/.test(decoded) ? inStructure('', decoded) : inAssignments(decoded));
  return found && { kind: found.kind, because: `below its encoding in base64, ${found.because}` };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function inJson(name: string, json: unknown): Evidence | undefined {
  const open: [string, unknown][] = [[name, json]];
  while (open.length > 0) {
    const [key, value] = open.pop()!;
    if (typeof value === 'string') {
      const found = inText(value, 'value') ?? byName(key, value, 'value');
      if (found) return { kind: found.kind, because: `a value in its JSON looks like one: ${found.because}` };
    } else if (Array.isArray(value)) {
      for (const item of value) open.push([key, item]);
    } else if (value !== null && typeof value === 'object') {
      open.push(...Object.entries(value));
    }
  }
  return undefined;
}

function byName(name: string, text: string, where: Where, isInCode = false): Evidence | undefined {
  if (where === 'credential') {
    const isFine = isInnocent(text) && !/^-?\d{4,}$/.test(text);
    return isFine ? undefined : { kind: 'credential', because: 'the property takes a secret, and it is written out' };
  }
  const telling = tellingName(name);
  if (!telling || isInnocent(text) || (isInCode && isLabel(text))) return undefined;
  if (telling === 'password') return { kind: 'password', because: 'its name says so, and the value is written out' };
  if (isUuid(text) && /encryption|signing|master|kms/i.test(name)) return undefined;
  return isRandom(text) || isUuid(text) || isMadeUpPassword(text) ? namedSecret : undefined;
}

/** What code calls a field, or says of it. */
function isLabel(text: string): boolean {
  return /\s/.test(text) || /^[a-z]*[_-]?(?:password|passwd|pwd|secret|token|credentials?)s?$/i.test(text);
}
