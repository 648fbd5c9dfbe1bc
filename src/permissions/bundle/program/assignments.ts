import type { AssignmentExpression, Expression, VariableDeclaration } from 'acorn';
import type { Bodies } from './bodies';
import type { Scope } from './definition';
import type { Patterns } from './patterns';
import type { Program } from './program';
import { definitionOf, isFunction, isPaginator, memberName } from './syntax';
import type { Unit } from './unit';
import type { Visitor } from './visitor';

/** What names and members are given. */
export class Assignments {
  constructor(
    private readonly program: Program,
    private readonly patterns: Patterns,
    private readonly bodies: Bodies,
    private readonly visitor: Visitor,
  ) {}

  public visitVariables(node: VariableDeclaration, scope: Scope, unit: Unit): void {
    const own = node.kind === 'var' ? scope.ofFunction : scope;
    for (const { id, init } of node.declarations) {
      const made = id.type === 'Identifier' && init ? this.madeApart(init, scope) : undefined;
      if (id.type === 'Identifier' && init && made) {
        this.program.runOnReference(this.program.define(id, own, definitionOf(init)), made);
        continue;
      }
      this.patterns.declare(id, init ? definitionOf(init) : undefined, own, scope, unit);
      this.visitor.visitAlias(init, scope, unit);
    }
  }

  public visitAssignment({ left, right, operator }: AssignmentExpression, scope: Scope, unit: Unit): void {
    const isWhole = operator === '=' || operator === '??=' || operator === '||=';
    if (left.type === 'Identifier' && isWhole) {
      const made = this.madeApart(right, scope);
      this.program.assign({ left, scope, definition: definitionOf(right), unit: made });
      if (!made) this.visitor.visitAlias(right, scope, unit);
      return;
    }
    if (left.type === 'MemberExpression') {
      const name = memberName(left);
      this.visitor.visit(left.object as Expression, scope, unit);
      if (left.computed) this.visitor.visit(left.property as Expression, scope, unit);
      if (name === undefined) return this.visitor.visit(right, scope, unit);
      if (isWhole) this.program.note(name, definitionOf(right));
      if (isFunction(right)) unit.named.push({ name, unit: this.bodies.visitFunction(right, scope) });
      else this.visitor.runNamed(name, right, scope, unit);
      return;
    }
    if (left.type === 'ObjectPattern') this.patterns.assign(left, definitionOf(right), scope, unit);
    else this.visitor.visit(left, scope, unit);
    this.visitor.visitAlias(right, scope, unit);
  }

  /** What runs only once somebody asks for the name that it is given. */
  private madeApart(node: Expression, scope: Scope): Unit | undefined {
    if (isFunction(node)) return this.bodies.visitFunction(node, scope);
    if (node.type === 'ClassExpression') return this.bodies.visitClass(node, scope);
    if (!isPaginator(node)) return undefined;
    const unit = this.program.newUnit();
    this.visitor.visit(node, scope, unit);
    return unit;
  }
}
