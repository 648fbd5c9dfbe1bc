const telling = /["'`/(){}[\]]/g;

/**
 * Behind the bracket that closes the one at `open`, past strings, templates, comments and regular expressions; `undefined`
 * where none does.
 */
export function endOfBrackets(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; ;) {
    telling.lastIndex = at;
    if (!telling.test(text)) return undefined;
    at = telling.lastIndex;
    switch (text[at - 1]) {
      case '(':
      case '[':
      case '{':
        depth++;
        break;
      case ')':
      case ']':
      case '}':
        if (--depth === 0) return at;
        break;
      default:
        at = endOfToken(text, at - 1);
    }
  }
}

/** Behind the string, template, comment or regular expression that begins there, or the one character that it is. */
export function endOfToken(text: string, open: number): number {
  if (text[open] === '`') return endOfTemplate(text, open);
  return text[open] === '/' ? endOfSlash(text, open) : endOfString(text, open);
}

const inString: Readonly<Record<string, RegExp>> = { '"': /["\\]/g, "'": /['\\]/g, '`': /`|\$\{|\\/g };

function endOfString(text: string, open: number): number {
  const stops = inString[text[open]];
  for (let at = open + 1; ; at++) {
    stops.lastIndex = at;
    if (!stops.test(text)) return text.length;
    at = stops.lastIndex;
    if (text[at - 1] !== '\\') return at;
  }
}

function endOfTemplate(text: string, open: number): number {
  const stops = inString['`'];
  for (let at = open + 1; ;) {
    stops.lastIndex = at;
    if (!stops.test(text)) return text.length;
    at = stops.lastIndex;
    if (text[at - 1] === '`') return at;
    at = text[at - 1] === '{' ? (endOfBrackets(text, at - 1) ?? text.length) : at + 1;
  }
}

function endOfSlash(text: string, open: number): number {
  if (text[open + 1] === '*') return behind(text, '*/', open + 2);
  if (text[open + 1] === '/') return behind(text, '\n', open);
  if (!beginsExpression(text, open)) return open + 1;
  let at = open + 1;
  for (let isClass = false; at < text.length && (isClass || text[at] !== '/'); at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') isClass = true;
    else if (text[at] === ']') isClass = false;
    else if (text[at] === '\n') return open + 1;
  }
  return at + 1;
}

function behind(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  return found < 0 ? text.length : found + end.length;
}

/** Whether what follows is an expression, so that a slash begins a regular expression and does not divide. */
function beginsExpression(text: string, slash: number): boolean {
  let last = slash - 1;
  while (last >= 0 && /\s/.test(text[last])) last--;
  if (last < 0 || '(,=:[!&|?{};+-*%<>~^'.includes(text[last])) return true;
  return /(?:^|[^\w$.])(?:return|typeof|case|in|of|delete|void|throw|new|do|else|instanceof|yield|await)$/.test(
    text.slice(Math.max(0, last - 11), last + 1),
  );
}
