import { isMadeUpPassword, isPlaceholder, isRandom, isUuid } from './literals';

/** A name and the literal that is given to it in a text. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
}

/** The name, what closes it, what assigns, and a literal: with quotes, or up to the next space. */
const assignment =
  /(?<![\w.-])(-{0,2}[A-Za-z_][\w.-]{0,80})\\?["'\]]{0,3}(\s{0,8}(?::=|=>|::|[:=])\s{0,8}|[ \t]{1,4})@?\\?(?:"([^"\\\n]{1,256})\\?"|'([^'\\\n]{1,256})\\?'|`([^`\\\n]{1,256})`|([^\s"'`,;)\\]{1,256}))/g;

/** What is given to names in code, in commands and in files: `const password = 'x'`, `--token x`, `DB_PASSWORD=x`. */
export function* assignmentsIn(text: string): Generator<Assignment> {
  const matcher = new RegExp(assignment.source, 'g');
  for (let match = matcher.exec(text); match; match = matcher.exec(text)) {
    const [whole, name, between, double, single, back, bare] = match;
    const value = double ?? single ?? back ?? bare;
    // What stands in the value may be a name too: `-H "X-Api-Key: …"`.
    matcher.lastIndex = match.index + whole.lastIndexOf(value);
    // A piece of an ARN, or the port of an address.
    if (bare !== undefined && between === ':' && /[:/]/.test(text[match.index - 1] ?? '')) continue;
    const isSpaced = between.trim() === '';
    if (bare === undefined ? !isSpaced || name.startsWith('-') || isStatement(name) : isLiteral(name, between, bare)) {
      yield { name: name.replace(/^-+/, ''), value };
    }
  }
}

/** `PASSWORD 'x'` of SQL. */
function isStatement(name: string): boolean {
  return /^[A-Z]+$|key$|^BY$/.test(name);
}

/** Whether something without quotes is a literal, and not an expression of a programming language. */
function isLiteral(name: string, between: string, bare: string): boolean {
  if (/^[$(<{[%@&|]|[(<{]|^(?:true|false|null|none)$/i.test(bare) || isPlaceholder(bare)) return false;
  const isOption = name.startsWith('-');
  const isShell = between === '=' && /^[A-Z_][A-Z0-9_]*$/.test(name);
  if (isOption || isShell) return between !== ':' && !/^-/.test(bare);
  if (between.trim() === '') return false;
  const isChain = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(bare);
  return !isChain && (isRandom(bare) || isUuid(bare) || isMadeUpPassword(bare));
}
