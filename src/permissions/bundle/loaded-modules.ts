import type { Unread } from './bundle-calls';
import type { Code } from './code';
import { textOf } from './program/syntax';
import { isRequire } from './require';
import { clientOf } from './sdk-exports';

/** What nobody can tell of modules that were left outside of the bundle. */
export function unreadModules(code: Code, isKnown: (module: string) => boolean): readonly Unread[] {
  const { program, reached, removed } = code;
  const modules = new Set([...program.loaded, ...removed.flatMap(loadedIn)]);
  const unread: Unread[] = [];
  for (const { argument, unit } of loadsIn(code)) {
    const name = textOf(argument);
    if (name !== undefined) {
      modules.add(name);
    } else if (reached.has(unit)) {
      unread.push({ client: undefined, because: 'loads modules by names that it makes when it runs' });
    }
  }
  for (const name of modules) {
    if (!isKnown(name)) unread.push({ client: clientOf(name), because: `loads '${name}', which is not in the bundle` });
  }
  return unread;
}

function loadedIn(text: string): string[] {
  return [...text.matchAll(/\b(?:require|import)\("([^"\\]+)"\)/g)].map(([, name]) => name);
}

/** `require(argument)`, `import(argument)` */
function loadsIn({ program, text }: Code) {
  const required = program.calls.flatMap(({ node, unit }) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return [];
    const [argument] = node.arguments;
    return argument && isRequire(node.callee, program, text) ? [{ argument, unit }] : [];
  });
  return [...required, ...program.imports.map(({ node, unit }) => ({ argument: node.source, unit }))];
}
