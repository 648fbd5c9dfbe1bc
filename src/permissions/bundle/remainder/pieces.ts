import { endOfBrackets, endOfToken } from './brackets';

/** A declaration at the top level of a file, or a statement there. */
export interface Piece {
  /** What it declares; nothing where it is a statement. */
  readonly names: readonly string[];
  /** With its keyword, as it can stand alone. */
  readonly text: string;
}

const declaration = /(?:async )?function\*? ?([\w$]+)\(|class ([\w$]+)|(var|let|const)(?= ?[\w$ {[])/y;
const beginning = /(?:async )?function\b|(?:class|var|let|const|import|export)\b/y;

/** The pieces of minified code; `undefined` where it is not written as expected. */
export function piecesOf(text: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    declaration.lastIndex = at;
    const [head = '', ofFunction, ofClass, keyword] = declaration.exec(text) ?? [];
    const end: number | undefined = keyword
      ? addVariables(pieces, text, at + head.length, keyword)
      : ofFunction
        ? endOfFunction(text, at + head.length - 1)
        : ofClass
          ? endOfBody(text, at)
          : endOfStatement(text, at);
    if (end === undefined) return undefined;
    const name = ofFunction ?? ofClass;
    const written = text.slice(at, end);
    if (!keyword) pieces.push({ names: name === undefined ? importedBy(written) : [name], text: written });
    at = end;
  }
  return pieces;
}

/** `import a, { b as c } from "d"` */
function importedBy(statement: string): readonly string[] {
  const [, clause] = /^\s*import\b([^"'(]*)\bfrom\b/.exec(statement) ?? [];
  return clause?.match(/[\w$]+(?=\s*(?:[,}]|$))/g) ?? [];
}

function addVariables(pieces: Piece[], text: string, from: number, keyword: string): number | undefined {
  for (let at = from; ; at++) {
    const end = nextAtTop(text, at, ',;\n');
    if (end === undefined) return undefined;
    const written = text.slice(at, end).trim();
    const name = /^[\w$]+/.exec(written)?.[0];
    const names = name === undefined ? (/^[^=]*/.exec(written)![0].match(/[A-Za-z_$][\w$]*/g) ?? []) : [name];
    pieces.push({ names, text: `${keyword} ${written};` });
    if (text[end] !== ',') return Math.min(end + 1, text.length);
    at = end;
  }
}

function endOfFunction(text: string, parameters: number): number | undefined {
  const end = endOfBrackets(text, parameters);
  return end === undefined ? undefined : endOfBody(text, end);
}

function endOfBody(text: string, from: number): number | undefined {
  const open = nextAtTop(text, from, '{');
  return open === undefined ? undefined : endOfBrackets(text, open);
}

/** Behind its semicolon, or a brace that a declaration follows. */
function endOfStatement(text: string, from: number): number | undefined {
  for (let at = from; ;) {
    const stop = nextAtTop(text, at, ';{\n');
    if (stop === undefined || stop === text.length) return stop;
    const end = text[stop] === '{' ? endOfBrackets(text, stop) : stop + 1;
    if (end === undefined || text[stop] === ';' || beginsAt(text, end)) return end;
    at = end;
  }
}

function beginsAt(text: string, at: number): boolean {
  beginning.lastIndex = at;
  return beginning.test(text);
}

const telling = /["'`/(){}[\];,\n]/g;

/** Where one of these characters is next, in no brackets; the end of the text where there is none. */
function nextAtTop(text: string, from: number, stops: string): number | undefined {
  for (let at: number | undefined = from; at !== undefined;) {
    telling.lastIndex = at;
    if (!telling.test(text)) return text.length;
    const found = telling.lastIndex - 1;
    const character = text[found];
    if (stops.includes(character) && (character !== '\n' || beginsAt(text, found + 1))) return found;
    if (')]}'.includes(character)) return undefined;
    if ('([{'.includes(character)) at = endOfBrackets(text, found);
    else at = ';,\n'.includes(character) ? found + 1 : endOfToken(text, found);
  }
  return undefined;
}
