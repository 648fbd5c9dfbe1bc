import { isPseudoParameter, tokenize } from './term';
import type { Term, Token } from './term';
import type { Truth } from './truth';
import { Unknown } from '../template/resolved';

/** Any number of characters. */
export const anyNumber = Symbol('*');
/** Any number of characters of one segment of an ARN. */
export const anyNumberInSegment = Symbol('* within a segment');
/** Exactly one character. */
export const exactlyOne = Symbol('?');
/** Exactly one character that is not the end of a segment of an ARN. */
export const exactlyOneInSegment = Symbol('? within a segment');

export type PatternToken = Token | symbol;

/** What stands for a policy variable; `undefined` where the request does not have it. */
export type Variables = (name: string) => string | Unknown | undefined;

/** Before version 2012-10-17 a policy variable is a text like any other. */
export const asWritten: Variables = () => undefined;

/** `${aws:username}`, but not `${AWS::Region}` and not `${Bucket.Arn}`. */
const policyVariable = /^\$\{\s*([^:${}]+:[^:${}][^${}]*?)\s*(?:,\s*'([^']*)'\s*)?\}$/;

/**
 * The pattern that a text of a policy is, its policy variables replaced; `undefined` where one has no value, because
 * such a text matches nothing.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function patternOf(term: Term, variables: Variables, wildcards = true): readonly PatternToken[] | undefined {
  if (!wildcards) return replaced(term, variables, wildcards);
  let pattern = patterns.get(term);
  if (!pattern) {
    pattern = replaced(term, variables, wildcards);
    if (pattern && term.tokens.every(isSameForAll)) patterns.set(term, pattern);
  }
  return pattern;
}

/** Of terms without policy variables. */
const patterns = new WeakMap<Term, readonly PatternToken[]>();

function isSameForAll(token: Token): boolean {
  return typeof token !== 'string' || token.length === 1 || isPseudoParameter(token);
}

function replaced(term: Term, variables: Variables, wildcards: boolean): readonly PatternToken[] | undefined {
  const pattern: PatternToken[] = [];
  for (const token of term.tokens) {
    if (token === '*' && wildcards) {
      pattern.push(anyNumber);
    } else if (token === '?' && wildcards) {
      pattern.push(exactlyOne);
    } else if (typeof token !== 'string' || token.length === 1) {
      pattern.push(token);
    } else if (variables === asWritten) {
      pattern.push(...written(token, wildcards));
    } else if (/^\$\{[*?$]\}$/.test(token)) {
      pattern.push(token[2]);
    } else {
      const variable = policyVariable.exec(token);
      const value = variable ? (variables(variable[1]) ?? variable[2]) : token;
      if (value === undefined) return undefined;
      if (variable && typeof value === 'string') pattern.push(...tokenize(value));
      else pattern.push(value);
    }
  }
  return pattern;
}

/** `${*}` is three characters and a wildcard where there are no policy variables. */
function written(token: string, wildcards: boolean): readonly PatternToken[] {
  if (!wildcards || !/[*?]/.test(token)) return [token];
  return [...token].map((one) => (one === '*' ? anyNumber : one === '?' ? exactlyOne : one));
}

/** Whether a text is, or contains, what a policy can only mean as a variable. */
export function hasPolicyVariable(text: string): boolean {
  if (!text.includes('${')) return false;
  return tokenize(text).some((token) => policyVariable.test(token) || /^\$\{[*?$]\}$/.test(token));
}

/** Whether a text is one that the pattern stands for. */
export function matches(pattern: readonly PatternToken[] | undefined, text: readonly Token[]): Truth {
  if (!pattern) return 'no';
  if (pattern.length === 1 && pattern[0] === anyNumber) return 'yes';
  if (pattern.length * text.length > mostPlaces) return 'unknown';
  const isThere = pattern.includes(anyNumberInSegment) ? walk(pattern, text, false) : stride(pattern, text);
  if (isThere) return 'yes';
  const undecided = pattern.some(isOpen) || text.some(isOpen);
  return undecided && walk(pattern, text, true) ? 'unknown' : 'no';
}

/** What {@link walk} finds where each piece is what it is, and a `*` reaches over everything: the last one is enough to go back to. */
function stride(pattern: readonly PatternToken[], text: readonly Token[]): boolean {
  let i = 0;
  let j = 0;
  let star = -1;
  let resumeAt = 0;
  while (j < text.length) {
    if (i < pattern.length && pattern[i] === anyNumber) {
      star = i++;
      resumeAt = j;
    } else if (i < pattern.length && isSame(pattern[i], text[j])) {
      i++;
      j++;
    } else if (star >= 0) {
      i = star + 1;
      j = ++resumeAt;
    } else {
      return false;
    }
  }
  while (i < pattern.length && pattern[i] === anyNumber) i++;
  return i === pattern.length;
}

/** The longest ARN has 2,048 characters; beyond its square nobody has written the policy that is meant. */
const mostPlaces = 2048 * 2048;

/** Something that may turn out to be any text. */
function isOpen(token: PatternToken | undefined): boolean {
  return typeof token === 'string' ? isPseudoParameter(token) : token instanceof Unknown;
}

/** Visits the pairs of places that pattern and text can both be at, each once. */
function walk(pattern: readonly PatternToken[], text: readonly Token[], possibly: boolean): boolean {
  const start = sameFromTheStart(pattern, text, possibly);
  if (start === undefined) return false;
  const seen = new Set<number>();
  const width = text.length + 1;
  const open: number[] = [start * width + start];
  const visit = (at: number, inText: number) => open.push(at * width + inText);
  while (open.length > 0) {
    const place = open.pop()!;
    if (seen.has(place)) continue;
    seen.add(place);
    const i = Math.floor(place / width);
    const j = place % width;
    if (i === pattern.length && j === text.length) return true;
    const wanted = pattern[i];
    const got = text[j];
    if (repeats(wanted)) {
      visit(i + 1, j);
      if (j < text.length && !(wanted === anyNumberInSegment && got === ':')) visit(i, j + 1);
    }
    if (possibly && isOpen(wanted)) {
      visit(i + 1, j);
      if (j < text.length && mayHold(wanted, got)) visit(i, j + 1);
    }
    if (possibly && isOpen(got)) {
      visit(i, j + 1);
      if (i < pattern.length && mayHold(got, wanted)) visit(i + 1, j);
    }
    if (i < pattern.length && j < text.length && isSame(wanted, got)) visit(i + 1, j + 1);
  }
  return false;
}

/** How far there is one way only; `undefined` where that leads nowhere. */
function sameFromTheStart(
  pattern: readonly PatternToken[],
  text: readonly Token[],
  possibly: boolean,
): number | undefined {
  let at = 0;
  while (at < pattern.length && at < text.length && !repeats(pattern[at])) {
    if (possibly && (isOpen(pattern[at]) || isOpen(text[at])) && !isSameSegment(pattern, text, at)) break;
    if (!isSame(pattern[at], text[at])) return undefined;
    at++;
  }
  return at;
}

/** Whether the same pseudo-parameter ends a segment in both: none stands for a text with a colon. */
function isSameSegment(pattern: readonly PatternToken[], text: readonly Token[], at: number): boolean {
  return typeof text[at] === 'string' && pattern[at] === text[at] && pattern[at + 1] === ':' && text[at + 1] === ':';
}

/** Whether an unknown text, or what a pseudo-parameter stands for, may have that piece in it. */
function mayHold(token: PatternToken | undefined, piece: PatternToken): boolean {
  if (token instanceof Unknown) return true;
  return typeof token === 'string' && typeof piece === 'string' && charactersOf(token).test(piece);
}

function charactersOf(pseudoParameter: string): RegExp {
  if (pseudoParameter === '${AWS::AccountId}') return /^\d$/;
  return pseudoParameter === '${AWS::URLSuffix}' ? /^[a-z.]$/ : /^[a-z0-9-]$/i;
}

function isOneCharacter(token: Token): boolean {
  return typeof token === 'string' && token.length <= 2 && !token.startsWith('${');
}

function repeats(token: PatternToken | undefined): boolean {
  return token === anyNumber || token === anyNumberInSegment;
}

function isSame(wanted: PatternToken, got: Token): boolean {
  if (wanted === exactlyOne || wanted === exactlyOneInSegment) {
    return got !== undefined && !(wanted === exactlyOneInSegment && got === ':') && isOneCharacter(got);
  }
  return typeof wanted === 'string' && wanted === got;
}
