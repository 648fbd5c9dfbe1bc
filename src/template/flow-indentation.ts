import { Lexer } from 'yaml';

/** How the lexer marks the next token as a scalar, and the end of a flow collection that it did not find. */
const [scalarFollows, flowEnd] = ['\x1f', '\x18'];

/** Who writes more such lines than this means to exhaust whoever reads them. */
const maximumLines = 200;

/**
 * Moves lines of `{…}` and `[…]` to the right that stand further left than YAML wants: what deploys templates reads them
 * wherever they stand.
 *
 * @returns `undefined` where there are none, or too many
 */
export function withIndentedFlow(content: string): string | undefined {
  let text = content;
  for (let moved = 0; moved <= maximumLines; moved++) {
    const short = shortLine(text);
    if (!short) return moved === 0 ? undefined : text;
    text = text.slice(0, short.start) + ' '.repeat(short.missing) + text.slice(short.start);
  }
  return undefined;
}

/** The first line that stands too far left, and how many spaces it needs to stand behind the bracket around it. */
function shortLine(text: string): { readonly start: number; readonly missing: number } | undefined {
  let offset = 0;
  let depth = 0;
  let column = 0;
  let before = '';
  for (const token of new Lexer().lex(text)) {
    const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    if (token === flowEnd) return { start: lineStart, missing: Math.max(1, column + 1 - (offset - lineStart)) };
    if (before !== scalarFollows) {
      if ((token === '{' || token === '[') && depth++ === 0) column = offset - lineStart;
      if (token === '}' || token === ']') depth--;
    }
    if (!isMark(token)) offset += token.length;
    before = token;
  }
  return undefined;
}

/** What stands for no character of the text. */
function isMark(token: string): boolean {
  return token === scalarFollows || token === '\x02';
}
