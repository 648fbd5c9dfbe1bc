import type { AnyNode, Expression, Identifier } from 'acorn';
import type { Scope } from './definition';
import type { Unit } from './unit';

/** Goes on below a node. */
export interface Visitor {
  visit(node: AnyNode | null | undefined, scope: Scope, unit: Unit): void;
  /** What is only given another name is not used yet. */
  visitAlias(node: Expression | null | undefined, scope: Scope, unit: Unit): void;
  /** What only says where something is to be found is used once somebody asks for it by that name. */
  runNamed(name: string, value: Expression | Identifier, scope: Scope, unit: Unit): void;
}
