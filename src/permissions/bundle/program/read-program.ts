import type {
  AnyNode,
  CallExpression,
  ExportAllDeclaration,
  ExportNamedDeclaration,
  Expression,
  Identifier,
  ImportDeclaration,
  MemberExpression,
  NewExpression,
  ObjectExpression,
  Program as File,
} from 'acorn';
import { Assignments } from './assignments';
import { Bodies, hoist } from './bodies';
import { Scope } from './definition';
import { Patterns } from './patterns';
import { Program } from './program';
import {
  declaredBy,
  definedProperty,
  definitionOf,
  importedName,
  isNode,
  isPointer,
  keyOf,
  memberName,
  nameOf,
} from './syntax';
import type { Unit } from './unit';
import type { Visitor } from './visitor';

/** Reads what a file says. */
export function readProgram(file: File): Program {
  return new Reader().read(file);
}

class Reader implements Visitor {
  private readonly program = new Program();
  private readonly patterns = new Patterns(this.program, this);
  private readonly bodies = new Bodies(this.program, this.patterns, this);
  private readonly assignments = new Assignments(this.program, this.patterns, this.bodies, this);

  public read({ body }: File): Program {
    const scope = new Scope();
    hoist(body, scope);
    for (const node of body) this.visit(node, scope, this.program.root);
    this.program.settle();
    return this.program;
  }

  public visit(node: AnyNode | null | undefined, scope: Scope, unit: Unit): void {
    if (!node) return;
    switch (node.type) {
      case 'FunctionDeclaration':
        this.program.runOnReference(
          this.program.define(node.id, scope, { kind: 'function', node }),
          this.bodies.visitFunction(node, scope),
        );
        return;
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        unit.always.push(this.bodies.visitFunction(node, scope));
        return;
      case 'ClassDeclaration':
        this.program.runOnReference(
          this.program.define(node.id, scope, { kind: 'class', node }),
          this.bodies.visitClass(node, scope),
        );
        return;
      case 'ClassExpression':
        unit.always.push(this.bodies.visitClass(node, scope));
        return;
      case 'BlockStatement':
      case 'StaticBlock': {
        const block = new Scope(scope, false);
        hoist(node.body, block);
        for (const each of node.body) this.visit(each, block, unit);
        return;
      }
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'SwitchStatement':
        this.visitChildren(node, new Scope(scope, false), unit);
        return;
      case 'CatchClause': {
        const block = new Scope(scope, false);
        if (node.param) this.patterns.declare(node.param, undefined, block, block, unit);
        this.visit(node.body, block, unit);
        return;
      }
      case 'VariableDeclaration':
        this.assignments.visitVariables(node, scope, unit);
        return;
      case 'AssignmentExpression':
        this.assignments.visitAssignment(node, scope, unit);
        return;
      case 'MemberExpression':
        this.visitMember(node, scope, unit);
        return;
      case 'ObjectExpression':
        this.visitObject(node, scope, unit);
        return;
      case 'Identifier':
        this.program.refer(node, scope, unit);
        this.program.whole.add(node);
        return;
      case 'CallExpression':
      case 'NewExpression':
        this.visitCall(node, scope, unit);
        return;
      case 'ImportExpression':
        this.program.imports.push({ node, unit });
        this.visit(node.source, scope, unit);
        return;
      case 'BinaryExpression':
        this.visit(node.left as Expression, scope, unit);
        // What it is compared with is not called.
        if (node.operator !== 'instanceof') this.visit(node.right, scope, unit);
        return;
      case 'LabeledStatement':
        this.visit(node.body, scope, unit);
        return;
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        this.visitModuleDeclaration(node, scope, unit);
        return;
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'MetaProperty':
      case 'Literal':
      case 'TemplateElement':
      case 'ThisExpression':
        return;
      default:
        this.visitChildren(node, scope, unit);
    }
  }

  private visitModuleDeclaration(
    node: ImportDeclaration | ExportNamedDeclaration | ExportAllDeclaration,
    scope: Scope,
    unit: Unit,
  ): void {
    if (node.source) this.program.loaded.push(String(node.source.value));
    if (node.type === 'ImportDeclaration') {
      for (const specifier of node.specifiers) {
        const definition = {
          kind: 'import',
          module: String(node.source.value),
          name: importedName(specifier),
        } as const;
        this.program.define(specifier.local, scope, definition);
      }
    } else if (node.type === 'ExportNamedDeclaration') {
      this.visit(node.declaration, scope, unit);
      for (const id of declaredBy(node.declaration)) this.export(id.name, id, scope, unit);
      for (const { local, exported } of node.source ? [] : node.specifiers) {
        if (local.type === 'Identifier') this.export(nameOf(exported), local, scope, unit);
      }
    }
  }

  private export(name: string, local: Identifier, scope: Scope, unit: Unit): void {
    this.program.exported.push(name);
    this.runNamed(name, local, scope, unit);
  }

  private visitChildren(node: AnyNode, scope: Scope, unit: Unit): void {
    for (const child of Object.values(node) as unknown[]) {
      for (const each of Array.isArray(child) ? (child as unknown[]) : [child]) {
        if (isNode(each)) this.visit(each, scope, unit);
      }
    }
  }

  public visitAlias(node: Expression | null | undefined, scope: Scope, unit: Unit): void {
    if (node?.type === 'Identifier') this.program.refer(node, scope, unit);
    else this.visit(node, scope, unit);
  }

  private visitMember(node: MemberExpression, scope: Scope, unit: Unit): void {
    unit.members.push(node);
    if (node.object.type === 'Identifier') this.program.refer(node.object, scope, unit);
    else if (node.object.type !== 'Super') this.visit(node.object, scope, unit);
    if (node.computed) this.visit(node.property as Expression, scope, unit);
  }

  private visitObject(node: ObjectExpression, scope: Scope, unit: Unit): void {
    for (const property of node.properties) {
      if (property.type === 'SpreadElement') {
        this.visitAlias(property.argument, scope, unit);
        continue;
      }
      const name = property.computed ? undefined : keyOf(property.key);
      if (name === undefined) {
        this.visit(property.key, scope, unit);
        this.visit(property.value, scope, unit);
        continue;
      }
      this.program.note(name, definitionOf(property.value));
      this.runNamed(name, property.value, scope, unit);
    }
  }

  public runNamed(name: string, value: Expression | Identifier, scope: Scope, unit: Unit): void {
    if (!isPointer(value)) return this.visit(value, scope, unit);
    const own = this.program.newUnit();
    unit.named.push({ name, unit: own });
    this.visit(value.type === 'ArrowFunctionExpression' ? (value.body as Expression) : value, scope, own);
  }

  private visitCall(node: CallExpression | NewExpression, scope: Scope, unit: Unit): void {
    this.program.calls.push({ node, unit });
    const defined = node.type === 'CallExpression' ? definedProperty(node) : undefined;
    if (defined) {
      this.visit(node.arguments[0] as Expression, scope, unit);
      this.program.note(defined.name, definitionOf(defined.value));
      this.runNamed(defined.name, defined.value, scope, unit);
      return;
    }
    const callee = node.callee;
    if (callee.type === 'Identifier') this.program.refer(callee, scope, unit);
    else if (callee.type !== 'Super') this.visit(callee, scope, unit);
    const isCopied = callee.type === 'MemberExpression' && memberName(callee) === 'assign';
    for (const argument of node.arguments) {
      if (isCopied && argument.type === 'Identifier') this.program.refer(argument, scope, unit);
      else this.visit(argument, scope, unit);
    }
  }
}
