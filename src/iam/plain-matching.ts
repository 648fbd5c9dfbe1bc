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
  const { exactly, start } = pattern.ask(covered);
  if (exactly === arn) return pattern.ask(isOfWholePieces) ? 'yes' : undefined;
  if (start !== undefined && arn.startsWith(start)) return pattern.ask(isOfWholePieces) ? 'yes' : undefined;
  return differ(text, arn) ? 'no' : undefined;
}

/** The one text that a pattern covers, or what all start with that it covers; neither where that is not all there is to it. */
function covered(pattern: Term): { readonly exactly?: string; readonly start?: string } {
  const text = pattern.toString();
  const wildcard = text.search(/[*?]/);
  if (wildcard < 0) return { exactly: text };
  return wildcard === text.length - 1 && text.endsWith('*') ? { start: text.slice(0, -1) } : {};
}

/** Whether every symbol ends before the `*` at the end, and none is a policy variable. */
function isOfWholePieces(pattern: Term): boolean {
  const { exactly, start } = pattern.ask(covered);
  const text = exactly ?? start ?? '';
  if (text.endsWith('$') || text.lastIndexOf('${') > text.lastIndexOf('}')) return false;
  return !hasPolicyVariable(text);
}

const [asterisk, questionMark, dollar] = ['*', '?', '$'].map((one) => one.charCodeAt(0));

function differ(pattern: string, arn: string): boolean {
  let at = 0;
  while (at < pattern.length && at < arn.length) {
    const wanted = pattern.charCodeAt(at);
    const got = arn.charCodeAt(at);
    if (wanted === asterisk || wanted === questionMark) return false;
    if (wanted === dollar || got === dollar) {
      const end = endOfSameSymbol(pattern, arn, at);
      if (end === undefined) return false;
      at = end;
    } else {
      if (wanted !== got) return true;
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
