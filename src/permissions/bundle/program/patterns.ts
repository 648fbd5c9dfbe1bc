import type { Pattern } from 'acorn';
import type { Definition, Scope } from './definition';
import type { Program } from './program';
import { definitionOf, keyOf } from './syntax';
import type { Unit } from './unit';
import type { Visitor } from './visitor';

/** The names that patterns declare, or give something. */
export class Patterns {
  constructor(
    private readonly program: Program,
    private readonly visitor: Visitor,
  ) {}

  /** The names of a pattern, each with what it is given. */
  public declare(pattern: Pattern, given: Definition | undefined, own: Scope, scope: Scope, unit: Unit): void {
    switch (pattern.type) {
      case 'Identifier':
        this.program.define(pattern, own, given);
        return;
      case 'AssignmentPattern':
        this.declare(pattern.left, given, own, scope, unit);
        this.declare(pattern.left, definitionOf(pattern.right), own, scope, unit);
        this.visitor.visit(pattern.right, scope, unit);
        return;
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'RestElement') {
            this.declare(property.argument, given && { kind: 'rest', of: given }, own, scope, unit);
            continue;
          }
          const name = property.computed ? undefined : keyOf(property.key);
          if (name === undefined) this.visitor.visit(property.key, scope, unit);
          else unit.accessed.add(name);
          const part: Definition | undefined =
            given && name !== undefined ? { kind: 'member', of: given, name } : undefined;
          this.declare(property.value, part, own, scope, unit);
        }
        return;
      case 'ArrayPattern':
        for (const element of pattern.elements) {
          if (element) this.declare(element, undefined, own, scope, unit);
        }
        return;
      case 'RestElement':
        this.declare(pattern.argument, undefined, own, scope, unit);
        return;
      case 'MemberExpression':
        this.visitor.visit(pattern, scope, unit);
    }
  }

  /** `({ a, b } = c)` */
  public assign(pattern: Pattern, given: Definition, scope: Scope, unit: Unit): void {
    if (pattern.type === 'Identifier') this.program.assign({ left: pattern, scope, definition: given });
    if (pattern.type !== 'ObjectPattern') return;
    for (const property of pattern.properties) {
      if (property.type === 'RestElement') {
        this.assign(property.argument, { kind: 'rest', of: given }, scope, unit);
        continue;
      }
      const name = property.computed ? undefined : keyOf(property.key);
      if (name === undefined) continue;
      unit.accessed.add(name);
      this.assign(property.value, { kind: 'member', of: given, name }, scope, unit);
    }
  }
}
