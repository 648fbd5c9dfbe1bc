import type { Node } from 'acorn';
import { inlinedCommands, librariesAmong } from './inlined-commands';
import { parse } from './program/parse';
import type { Program } from './program/program';
import { ofCollections, reachedIn } from './program/reached';
import { readProgram } from './program/read-program';
import type { Unit } from './program/unit';
import { remainderOf } from './remainder/remainder';
import type { Remainder } from './remainder/remainder';
import { Values } from './values';

/** A file of a bundle with all that is worked out of it before calls are looked for. */
export interface Code {
  readonly text: string;
  readonly program: Program;
  readonly values: Values;
  /** What runs, as far as names say. */
  readonly reached: ReadonlySet<Unit>;
  /** What says by itself what it calls. */
  readonly isInLibrary: (node: Node) => boolean;
  /** What is not in the program. */
  readonly removed: readonly string[];
}

/** What is left to be parsed is never longer, or it is not parsed. */
const longest = 12_000_000;

/**
 * @param asked the names that are asked for from outside
 * @returns `undefined` where there is too much of it
 */
export function codeIn(file: string, asked: (program: Program) => readonly string[]): Code | undefined {
  const whole = withoutSourceMap(file);
  const remainder = remainderOf(whole);
  if (remainder.text.length > longest) return undefined;
  const { text, removed, program } = parsed(remainder, whole);
  const inlined = inlinedCommands(program);
  const libraries = librariesAmong(inlined);
  const isInLibrary = ({ start }: Node) => libraries.some((library) => library.start <= start && start < library.end);
  const values = new Values(program, inlined, text);
  const reached = reachedIn(program, [...asked(program), ...membersIn(removed, program)], isInLibrary);
  return { text, program, values, reached, isInLibrary, removed };
}

function parsed(remainder: Remainder, whole: string): Remainder & { readonly program: Program } {
  try {
    return { ...remainder, program: readProgram(parse(remainder.text)) };
  } catch (error) {
    if (!(error instanceof SyntaxError) || remainder.removed.length === 0 || whole.length > longest) throw error;
    // It was cut where it cannot be cut.
    return { text: whole, removed: [], program: readProgram(parse(whole)) };
  }
}

/** What code that was taken out asks for of what was not. */
function membersIn(removed: readonly string[], { units }: Program): readonly string[] {
  const names = new Set(units.flatMap(({ named }) => named.map(({ name }) => name)));
  const told = [...names].filter((name) => /^[\w$]+$/.test(name) && !ofCollections.test(name));
  if (told.length === 0) return [];
  const form = new RegExp(`\\.(${told.map((name) => name.replace(/\$/g, '\\$&')).join('|')})(?![\\w$])`, 'g');
  return [...new Set(removed.flatMap((text) => [...text.matchAll(form)].map(([, name]) => name)))];
}

function withoutSourceMap(text: string): string {
  const at = text.lastIndexOf('\n//# sourceMappingURL=data:');
  return at < 0 ? text : text.slice(0, at);
}
