import type { Term } from './term';
import type { Truth } from './truth';
import { hasPolicyVariable } from './wildcard-matching';

/** Far below where matching gives up. */
const longest = 1_000;

/**
 * Whether the `Resource` of a statement covers an ARN, where the two texts tell without being taken apart: they are the
 * same, one goes on after a `*` at the end of the other, or they differ in a character before anything that may be
 * another text. `undefined` where somebody has to look closer.
 */
export function coversPlainly(pattern: Term, arn: string): Truth | undefined {
  const text = pattern.known;
  if (text === '*') return 'yes';
  if (text === undefined || text.length > longest || arn.length > longest) return undefined;
  const wildcard = text.search(/[*?]/);
  const isPrefix = wildcard === text.length - 1 && text.endsWith('*');
  if ((wildcard < 0 && text === arn) || (isPrefix && arn.startsWith(text.slice(0, -1)))) {
    return isOfWholePieces(isPrefix ? text.slice(0, -1) : text) ? 'yes' : undefined;
  }
  return differ(text, arn) ? 'no' : undefined;
}

/** Whether every symbol in a text ends in it, and none is a policy variable. */
function isOfWholePieces(text: string): boolean {
  if (text.endsWith('$') || text.lastIndexOf('${') > text.lastIndexOf('}')) return false;
  return !hasPolicyVariable(text);
}

function differ(pattern: string, arn: string): boolean {
  let at = 0;
  while (at < pattern.length && at < arn.length) {
    const wanted = pattern[at];
    if (wanted === '*' || wanted === '?') return false;
    if (wanted === '$' || arn[at] === '$') {
      const end = endOfSameSymbol(pattern, arn, at);
      if (end === undefined) return false;
      at = end;
    } else {
      if (wanted !== arn[at]) return true;
      at++;
    }
  }
  const rest = pattern[at] ?? arn[at];
  return rest !== undefined && rest !== '*' && rest !== '$';
}

/** Where a symbol ends that is the same in both, and cannot be read as another text: what ends a segment has no colon. */
function endOfSameSymbol(pattern: string, arn: string, at: number): number | undefined {
  const end = pattern.startsWith('${', at) ? pattern.indexOf('}', at) + 1 : 0;
  if (end === 0) return undefined;
  const symbol = pattern.slice(at, end);
  if (!arn.startsWith(symbol, at)) return undefined;
  const endsSegment = pattern[end] === ':' && arn[end] === ':';
  return (symbol.startsWith('${AWS::') ? endsSegment : !/[:*?$]/.test(symbol.slice(2))) ? end : undefined;
}
