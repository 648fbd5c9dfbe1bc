import type { CallExpression, Expression, NewExpression } from 'acorn';
import type { AnyFunction, Definition } from './program/definition';
import type { Program } from './program/program';
import { isFunction, memberName } from './program/syntax';

/** More than that of one name are not followed. */
export const mostDefinitions = 40;

/** What functions are called with, call by call. */
export type Arguments = ReadonlyMap<AnyFunction, readonly (readonly (Expression | undefined)[])[]>;

/** Where parameters come from, by the functions that are called and the names of methods. */
export function argumentsIn(program: Program, text: string): Arguments {
  const known = new Map<AnyFunction, (Expression | undefined)[][]>();
  const note = (target: AnyFunction, given: (Expression | undefined)[]) => {
    // What makes a module of one kind one of the other kind uses nothing of it.
    if (text.slice(target.start, target.end).includes('__esModule')) return;
    const calls = known.get(target) ?? [];
    known.set(target, calls);
    if (calls.length < mostDefinitions) calls.push(given);
  };
  for (const { node } of program.calls) {
    const given = node.arguments.map((each) => (each.type === 'SpreadElement' ? undefined : each));
    for (const target of targetsOf(node, program)) note(target, given);
    const { callee } = node;
    if (callee.type !== 'MemberExpression' || memberName(callee) !== 'then' || callee.object.type === 'Super') continue;
    const [callback] = given;
    if (callback && isFunction(callback)) note(callback, [callee.object]);
  }
  return known;
}

function targetsOf({ callee }: CallExpression | NewExpression, program: Program): readonly AnyFunction[] {
  if (isFunction(callee)) return [callee];
  if (callee.type === 'MemberExpression') {
    return atMost(program.members.get(memberName(callee) ?? '')).flatMap(functionsOf);
  }
  if (callee.type !== 'Identifier') return [];
  return atMost(program.binding(callee)?.definitions).flatMap((definition) =>
    // `const { name } = a`, whatever it is taken out of.
    definition.kind === 'member'
      ? atMost(program.members.get(definition.name)).flatMap(functionsOf)
      : functionsOf(definition),
  );
}

function atMost(definitions: readonly Definition[] = []): readonly Definition[] {
  return definitions.length > mostDefinitions ? [] : definitions;
}

function functionsOf(definition: Definition): readonly AnyFunction[] {
  if (definition.kind === 'function') return [definition.node];
  if (definition.kind !== 'class') return [];
  return definition.node.body.body.flatMap((each) =>
    each.type === 'MethodDefinition' && each.kind === 'constructor' ? [each.value] : [],
  );
}
