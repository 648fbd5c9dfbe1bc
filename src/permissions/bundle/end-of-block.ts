/** Behind the brace that closes the one at `open`, past strings, templates, comments and regular expressions. */
export function endOfBlock(text: string, open: number): number | undefined {
  /** Of braces: whether what they close goes on as a template. */
  const within: boolean[] = [];
  for (let at = open; at < text.length; at++) {
    const character = text[at];
    if (character === '{') {
      within.push(false);
    } else if (character === '}') {
      if (within.pop()) at = endOfTemplate(text, at + 1, within);
      else if (within.length === 0) return at + 1;
    } else if (character === '"' || character === "'") {
      at = endOfString(text, at);
    } else if (character === '`') {
      at = endOfTemplate(text, at + 1, within);
    } else if (character === '/') {
      at = endOfSlash(text, at);
    }
  }
  return undefined;
}

function endOfString(text: string, open: number): number {
  const quote = text[open];
  let at = open + 1;
  while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** At its end, or in it where an expression begins, which is then noted. */
function endOfTemplate(text: string, from: number, within: boolean[]): number {
  let at = from;
  while (at < text.length && text[at] !== '`') {
    if (text[at] === '$' && text[at + 1] === '{') {
      within.push(true);
      return at + 1;
    }
    at += text[at] === '\\' ? 2 : 1;
  }
  return at;
}

function endOfSlash(text: string, open: number): number {
  if (text[open + 1] === '*') return endAt(text, text.indexOf('*/', open + 2), 1);
  if (text[open + 1] === '/') return endAt(text, text.indexOf('\n', open), 0);
  if (!beginsExpression(text.slice(Math.max(0, open - 12), open))) return open;
  let at = open + 1;
  for (let isClass = false; at < text.length && (isClass || text[at] !== '/'); at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') isClass = true;
    else if (text[at] === ']') isClass = false;
    else if (text[at] === '\n') return open;
  }
  return at;
}

function endAt(text: string, found: number, more: number): number {
  return found < 0 ? text.length : found + more;
}

/** Whether what follows is an expression, so that a slash begins a regular expression and does not divide. */
function beginsExpression(before: string): boolean {
  return (
    /(?:^|[(,=:[!&|?{};+\-*%<>~^])\s*$/.test(before) ||
    /(?:^|[^\w$.])(?:return|typeof|case|in|of|delete|void|throw|new|do|else|instanceof|yield|await)\s*$/.test(before)
  );
}
