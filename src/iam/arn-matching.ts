import { Term } from './term';
import type { Token } from './term';
import { all } from './truth';
import type { Truth } from './truth';
import { anyNumber, anyNumberInSegment, exactlyOne, exactlyOneInSegment, matches } from './wildcard-matching';
import type { PatternToken } from './wildcard-matching';
import { Text, Unknown } from '../template/resolved';

const segmentsOfAnArn = 6;

/**
 * Whether the `Resource` of a statement covers an ARN: a `*` reaches over a colon only where it ends its segment, or
 * in the last of the six segments; a `?` in the last only.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function resourceCovers(pattern: readonly PatternToken[] | undefined, arn: readonly Token[]): Truth {
  return matches(pattern && limitedToSegments(pattern), arn);
}

/**
 * In the policy of an identity, an ARN with fewer than six fields has `*` in those that are missing. Where a piece of it
 * is not known, it may have all of them, or some. A question for {@link Term.ask}.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html#arns-paths-wildcards
 */
export function withAllFields(term: Term): readonly Term[] {
  const { known, parts } = term;
  const text = known ?? parts.filter((part) => typeof part === 'string').join('');
  const fields = text.replace(/\$\{[^}]*\}/g, '').split(':').length;
  if (fields >= segmentsOfAnArn || text === '*') return [term];
  if (known !== undefined) {
    return [known.startsWith('arn:') ? Term.of(known + ':*'.repeat(segmentsOfAnArn - fields)) : term];
  }
  const start = typeof parts[0] === 'string' ? parts[0].slice(0, 'arn:'.length) : '';
  if (!'arn:'.startsWith(start)) return [term];
  return [term, Term.of(new Text([...parts, ':', new Unknown('the ARN may be a short one', '*')]))];
}

const limited = new WeakMap<readonly PatternToken[], readonly PatternToken[]>();

function limitedToSegments(pattern: readonly PatternToken[]): readonly PatternToken[] {
  let result = limited.get(pattern);
  if (!result) {
    let colons = 0;
    let isLost = false;
    result = pattern.map((token, index) => {
      if (token === ':') colons++;
      isLost ||= mayHoldColons(token, index);
      if (isLost || colons >= segmentsOfAnArn - 1) return token;
      if (token === exactlyOne) return exactlyOneInSegment;
      return token === anyNumber && !endsSegment(pattern, index) ? anyNumberInSegment : token;
    });
    limited.set(pattern, result);
  }
  return result;
}

/** Whether nobody can count colons any more: after what is not known, or after a symbol for a whole ARN. */
function mayHoldColons(token: PatternToken, index: number): boolean {
  return token instanceof Unknown || (index === 0 && typeof token === 'string' && token.startsWith('${'));
}

/** Whether nothing but further `*` follow in the segment, or may. */
function endsSegment(pattern: readonly PatternToken[], index: number): boolean {
  let next = index + 1;
  while (pattern[next] === anyNumber) next++;
  return next === pattern.length || pattern[next] === ':' || pattern[next] instanceof Unknown;
}

/**
 * Whether `ArnLike` holds: each of the six segments is compared by itself.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function arnLike(pattern: readonly PatternToken[] | undefined, arn: readonly Token[]): Truth {
  if (!pattern) return 'no';
  if (pattern.length === 1 && pattern[0] === anyNumber) return 'yes';
  const wanted = segmentsOf(pattern);
  const got = segmentsOf(arn);
  const isAligned = wanted.length === got.length;
  const bySegment = isAligned ? all(wanted.map((segment, index) => matches(segment, got[index]))) : 'no';
  const mayHideColons = !isAligned || [...pattern, ...arn].some((token) => token instanceof Unknown);
  return mayHideColons && bySegment === 'no' && matches(pattern, arn) === 'unknown' ? 'unknown' : bySegment;
}

type Tokens<T> = readonly T[];

const segmented = new WeakMap<Tokens<unknown>, readonly Tokens<unknown>[]>();

/** Patterns and texts that are compared often are kept in pieces, and so are their segments. */
function segmentsOf<T>(tokens: Tokens<T>): readonly Tokens<T>[] {
  const known = segmented.get(tokens) as readonly Tokens<T>[] | undefined;
  const result = known ?? segments(tokens);
  if (!known) segmented.set(tokens, result);
  return result;
}

function segments<T>(tokens: Tokens<T>): readonly Tokens<T>[] {
  const result: T[][] = [[]];
  for (const token of tokens) {
    if (token === ':' && result.length < segmentsOfAnArn) result.push([]);
    else result.at(-1)!.push(token);
  }
  return result;
}
