import type { AnyNode, Class, Expression } from 'acorn';
import type { AnyFunction } from './definition';
import { Scope } from './definition';
import type { Patterns } from './patterns';
import type { Program } from './program';
import { definitionOf, isFunction, keyOf } from './syntax';
import type { Unit } from './unit';
import type { Visitor } from './visitor';

/** Functions and classes: code with names of its own, which does not run where it is written. */
export class Bodies {
  constructor(
    private readonly program: Program,
    private readonly patterns: Patterns,
    private readonly visitor: Visitor,
  ) {}

  /** A function, whose body runs when it is called. */
  public visitFunction(node: AnyFunction, outer: Scope): Unit {
    const unit = this.program.newUnit();
    const scope = new Scope(outer);
    if (node.type === 'FunctionExpression' && node.id) this.program.define(node.id, scope, { kind: 'function', node });
    node.params.forEach((param, index) => {
      this.patterns.declare(param, { kind: 'parameter', of: node, index }, scope, scope, unit);
    });
    if (node.body.type === 'BlockStatement') {
      hoist(node.body.body, scope);
      for (const each of node.body.body) this.visitor.visit(each, scope, unit);
    } else {
      this.visitor.visit(node.body, scope, unit);
    }
    return unit;
  }

  /** A class, as what runs when one is made. */
  public visitClass(node: Class, outer: Scope): Unit {
    const unit = this.program.newUnit();
    const scope = new Scope(outer, false);
    if (node.id) this.program.define(node.id, scope, { kind: 'class', node });
    this.visitor.visit(node.superClass, scope, unit);
    for (const each of node.body.body) {
      if (each.type === 'StaticBlock') {
        this.visitor.visit(each, scope, unit);
        continue;
      }
      if (each.computed) this.visitor.visit(each.key as Expression, scope, unit);
      const name = each.computed ? undefined : keyOf(each.key as Expression);
      const value = each.value;
      if (!value) continue;
      if (name !== undefined) this.program.note(name, definitionOf(value));
      if (each.type === 'MethodDefinition' && each.kind === 'constructor') {
        unit.always.push(this.visitFunction(each.value, scope));
      } else if (isFunction(value) && name !== undefined) {
        unit.named.push({ name, unit: this.visitFunction(value, scope) });
      } else {
        this.visitor.visit(value, scope, unit);
      }
    }
    return unit;
  }
}

/** Declares what is there before the line that declares it. */
export function hoist(body: readonly AnyNode[], scope: Scope): void {
  for (const node of body) {
    if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') scope.declare(node.id?.name ?? '');
  }
}
