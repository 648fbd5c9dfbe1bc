import type { MemberExpression, Node } from 'acorn';
import type { Binding, Definition } from './definition';
import type { Program } from './program';
import { memberName } from './syntax';
import type { Unit } from './unit';

export const ofCollections = /^(?:add|clear|delete|entries|forEach|get|has|keys|set|size|values)$/;

/**
 * The code of a program that can run, as far as its names say: of what no name leads to, nobody knows whether something
 * else calls it.
 *
 * @param asked names that are asked for from outside, such as that of the handler
 * @param isInLibrary what is known of by other means than by what it names
 */
export function reachedIn(
  program: Program,
  asked: Iterable<string>,
  isInLibrary: (node: Node) => boolean,
): ReadonlySet<Unit> {
  const reached = new Set<Unit>();
  const names = new Set<string>(asked);
  const waiting = new Map<string, Unit[]>();
  const bindings = new Set<Binding>();
  const queue: Unit[] = [program.root];
  const ask = (name: string) => {
    if (names.has(name)) return;
    names.add(name);
    queue.push(...(waiting.get(name) ?? []));
    waiting.delete(name);
  };
  for (let unit = queue.pop(); unit; unit = queue.pop()) {
    if (reached.has(unit)) continue;
    reached.add(unit);
    queue.push(...unit.always);
    for (const { name, unit: named } of unit.named) {
      if (names.has(name)) queue.push(named);
      else waiting.set(name, [...(waiting.get(name) ?? []), named]);
    }
    for (const name of unit.accessed) ask(name);
    for (const node of unit.members) {
      const name = memberName(node);
      if (name !== undefined && !names.has(name) && !isOfCollection(program, node, name)) ask(name);
    }
    for (const { node, scope } of unit.references) {
      const binding = scope.find(node.name);
      if (!binding || bindings.has(binding) || isInLibrary(node)) continue;
      bindings.add(binding);
      queue.push(...(program.lazy.get(binding) ?? []));
    }
  }
  return reached;
}

/**
 * Whether the member may be one of JavaScript's own collections, and not of a class of the program that has its names.
 */
function isOfCollection(program: Program, { object }: MemberExpression, name: string): boolean {
  if (!ofCollections.test(name) || object.type === 'Super' || object.type === 'ThisExpression') return false;
  const definitions =
    object.type === 'Identifier'
      ? program.binding(object)?.definitions
      : object.type === 'MemberExpression'
        ? program.members.get(memberName(object) ?? '')
        : undefined;
  return !(definitions ?? []).some((definition) => isOfProgram(program, definition));
}

/** `new Provider()`, of a class that the program has. */
function isOfProgram(program: Program, definition: Definition): boolean {
  if (definition.kind === 'class') return true;
  if (definition.kind !== 'expression' || definition.node.type !== 'NewExpression') return false;
  const { callee } = definition.node;
  return callee.type === 'Identifier' && program.binding(callee) !== undefined;
}
