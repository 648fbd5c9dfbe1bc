import type { Identifier } from 'acorn';
import type { Program } from './program/program';

/** Whether it is Node's own `require`, one that was made of it, or what esbuild writes for it into ES modules. */
export function isRequire(callee: Identifier, program: Program, text: string): boolean {
  const binding = program.binding(callee);
  if (!binding) return callee.name === 'require';
  return binding.definitions.some(
    (definition) =>
      definition.kind === 'expression' &&
      definition.node.type === 'CallExpression' &&
      /^(?:[\w$.]+\(import\.meta\.url\)|[\w$.]*createRequire\w*\(|[^]{0,40}typeof require\b)/.test(
        text.slice(definition.node.start, definition.node.start + 60),
      ),
  );
}
