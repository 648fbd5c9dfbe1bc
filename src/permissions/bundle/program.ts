import type {
  AnyNode,
  AssignmentExpression,
  CallExpression,
  Class,
  Expression,
  Identifier,
  ImportExpression,
  MemberExpression,
  NewExpression,
  Node,
  ObjectExpression,
  Pattern,
  Program as File,
  VariableDeclaration,
} from 'acorn';
import type { AnyFunction, Binding, Definition } from './definition';
import { Scope } from './definition';
import {
  declaredBy,
  definedProperty,
  definitionOf,
  isFunction,
  isNode,
  isPaginator,
  isPointer,
  keyOf,
  memberName,
  nameOf,
} from './syntax';
import { Unit } from './unit';

export interface Call {
  readonly node: CallExpression | NewExpression;
  readonly unit: Unit;
}

/** What a file says, in the order in which it says it: where names come from, and which code asks for what. */
export class Program {
  public readonly root = new Unit();
  public readonly units: Unit[] = [this.root];
  public readonly calls: Call[] = [];
  public readonly imports: { readonly node: ImportExpression; readonly unit: Unit }[] = [];
  public readonly loaded: string[] = [];
  public readonly exported: string[] = [];
  /** By name, everything that a member of any object is given. */
  public readonly members = new Map<string, Definition[]>();
  /** Code that runs once a name is asked for. */
  public readonly lazy = new Map<Binding, Unit[]>();
  /** Names in other positions than reading a member of them. */
  public readonly whole = new Set<Node>();

  private readonly scopes = new Map<Node, Scope>();
  private readonly assigned: {
    readonly left: Identifier;
    readonly scope: Scope;
    readonly definition: Definition;
    readonly unit?: Unit;
  }[] = [];

  constructor(file: File) {
    const scope = new Scope();
    this.hoist(file.body, scope);
    for (const node of file.body) this.visit(node, scope, this.root);
    for (const { left, scope: where, definition, unit } of this.assigned) {
      const binding = where.find(left.name);
      binding?.definitions.push(definition);
      if (unit && binding) this.runOnReference(binding, unit);
      else if (unit) this.root.always.push(unit);
    }
  }

  /** What a name stands for where it is written, or `undefined` for what comes from outside. */
  public binding(node: Identifier): Binding | undefined {
    return this.scopes.get(node)?.find(node.name);
  }

  private hoist(body: readonly AnyNode[], scope: Scope): void {
    for (const node of body) {
      if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') scope.declare(node.id?.name ?? '');
    }
  }

  private visit(node: AnyNode | null | undefined, scope: Scope, unit: Unit): void {
    if (!node) return;
    switch (node.type) {
      case 'FunctionDeclaration':
        this.runOnReference(this.define(node.id, scope, { kind: 'function', node }), this.visitFunction(node, scope));
        return;
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        unit.always.push(this.visitFunction(node, scope));
        return;
      case 'ClassDeclaration':
        this.runOnReference(this.define(node.id, scope, { kind: 'class', node }), this.visitClass(node, scope));
        return;
      case 'ClassExpression':
        unit.always.push(this.visitClass(node, scope));
        return;
      case 'BlockStatement':
      case 'StaticBlock': {
        const block = new Scope(scope, false);
        this.hoist(node.body, block);
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
        if (node.param) this.declare(node.param, undefined, block, block, unit);
        this.visit(node.body, block, unit);
        return;
      }
      case 'VariableDeclaration':
        this.visitVariables(node, scope, unit);
        return;
      case 'AssignmentExpression':
        this.visitAssignment(node, scope, unit);
        return;
      case 'MemberExpression':
        this.visitMember(node, scope, unit);
        return;
      case 'ObjectExpression':
        this.visitObject(node, scope, unit);
        return;
      case 'Identifier':
        this.visitIdentifier(node, scope, unit);
        this.whole.add(node);
        return;
      case 'CallExpression':
      case 'NewExpression':
        this.visitCall(node, scope, unit);
        return;
      case 'ImportExpression':
        this.imports.push({ node, unit });
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
        this.loaded.push(String(node.source.value));
        for (const specifier of node.specifiers) {
          const name =
            specifier.type === 'ImportSpecifier'
              ? nameOf(specifier.imported)
              : specifier.type === 'ImportDefaultSpecifier'
                ? 'default'
                : '*';
          this.define(specifier.local, scope, { kind: 'import', module: String(node.source.value), name });
        }
        return;
      case 'ExportNamedDeclaration':
        this.visit(node.declaration, scope, unit);
        for (const id of declaredBy(node.declaration)) this.export(id.name, id, scope, unit);
        if (node.source) {
          this.loaded.push(String(node.source.value));
        } else {
          for (const { local, exported } of node.specifiers) {
            if (local.type === 'Identifier') this.export(nameOf(exported), local, scope, unit);
          }
        }
        return;
      case 'ExportAllDeclaration':
        this.loaded.push(String(node.source.value));
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

  private export(name: string, local: Identifier, scope: Scope, unit: Unit): void {
    this.exported.push(name);
    this.runNamed(name, local, scope, unit);
  }

  private visitChildren(node: AnyNode, scope: Scope, unit: Unit): void {
    for (const child of Object.values(node) as unknown[]) {
      for (const each of Array.isArray(child) ? (child as unknown[]) : [child]) {
        if (isNode(each)) this.visit(each, scope, unit);
      }
    }
  }

  private visitFunction(node: AnyFunction, outer: Scope): Unit {
    const unit = this.unit();
    const scope = new Scope(outer);
    if (node.type === 'FunctionExpression' && node.id) this.define(node.id, scope, { kind: 'function', node });
    node.params.forEach((param, index) => {
      this.declare(param, { kind: 'parameter', of: node, index }, scope, scope, unit);
    });
    if (node.body.type === 'BlockStatement') {
      this.hoist(node.body.body, scope);
      for (const each of node.body.body) this.visit(each, scope, unit);
    } else {
      this.visit(node.body, scope, unit);
    }
    return unit;
  }

  private visitClass(node: Class, outer: Scope): Unit {
    const unit = this.unit();
    const scope = new Scope(outer, false);
    if (node.id) this.define(node.id, scope, { kind: 'class', node });
    this.visit(node.superClass, scope, unit);
    for (const each of node.body.body) {
      if (each.type === 'StaticBlock') {
        this.visit(each, scope, unit);
        continue;
      }
      if (each.computed) this.visit(each.key as Expression, scope, unit);
      const name = each.computed ? undefined : keyOf(each.key as Expression);
      const value = each.value;
      if (!value) continue;
      if (name !== undefined) this.note(name, definitionOf(value));
      if (each.type === 'MethodDefinition' && each.kind === 'constructor') {
        unit.always.push(this.visitFunction(each.value, scope));
      } else if (isFunction(value) && name !== undefined) {
        unit.named.push({ name, unit: this.visitFunction(value, scope) });
      } else {
        this.visit(value, scope, unit);
      }
    }
    return unit;
  }

  private visitVariables(node: VariableDeclaration, scope: Scope, unit: Unit): void {
    const own = node.kind === 'var' ? scope.ofFunction : scope;
    for (const { id, init } of node.declarations) {
      if (id.type === 'Identifier' && init && isPaginator(init)) {
        this.runOnReference(this.define(id, own, definitionOf(init)), this.visitApart(init, scope));
        continue;
      }
      if (id.type === 'Identifier' && init && (isFunction(init) || init.type === 'ClassExpression')) {
        const made = isFunction(init) ? this.visitFunction(init, scope) : this.visitClass(init, scope);
        this.runOnReference(this.define(id, own, definitionOf(init)), made);
        continue;
      }
      this.declare(id, init ? definitionOf(init) : undefined, own, scope, unit);
      this.visitAlias(init, scope, unit);
    }
  }

  private visitApart(node: Expression, scope: Scope): Unit {
    const unit = this.unit();
    this.visit(node, scope, unit);
    return unit;
  }

  /** What is only given another name is not used yet. */
  private visitAlias(node: Expression | null | undefined, scope: Scope, unit: Unit): void {
    if (node?.type === 'Identifier') this.visitIdentifier(node, scope, unit);
    else this.visit(node, scope, unit);
  }

  /** The names of a pattern, each with what it is given. */
  private declare(pattern: Pattern, given: Definition | undefined, own: Scope, scope: Scope, unit: Unit): void {
    switch (pattern.type) {
      case 'Identifier':
        this.define(pattern, own, given);
        return;
      case 'AssignmentPattern':
        this.declare(pattern.left, given, own, scope, unit);
        this.declare(pattern.left, definitionOf(pattern.right), own, scope, unit);
        this.visit(pattern.right, scope, unit);
        return;
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'RestElement') {
            this.declare(property.argument, given && { kind: 'rest', of: given }, own, scope, unit);
            continue;
          }
          const name = property.computed ? undefined : keyOf(property.key);
          if (name === undefined) this.visit(property.key, scope, unit);
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
        this.visit(pattern, scope, unit);
    }
  }

  private visitAssignment({ left, right, operator }: AssignmentExpression, scope: Scope, unit: Unit): void {
    const isWhole = operator === '=' || operator === '??=' || operator === '||=';
    if (left.type === 'Identifier' && isWhole) {
      const made = isFunction(right)
        ? this.visitFunction(right, scope)
        : right.type === 'ClassExpression'
          ? this.visitClass(right, scope)
          : isPaginator(right)
            ? this.visitApart(right, scope)
            : undefined;
      this.assigned.push({ left, scope, definition: definitionOf(right), unit: made });
      if (!made) this.visitAlias(right, scope, unit);
      return;
    }
    if (left.type === 'MemberExpression') {
      const name = memberName(left);
      this.visit(left.object as Expression, scope, unit);
      if (left.computed) this.visit(left.property as Expression, scope, unit);
      if (name === undefined) return this.visit(right, scope, unit);
      if (isWhole) this.note(name, definitionOf(right));
      if (isFunction(right)) unit.named.push({ name, unit: this.visitFunction(right, scope) });
      else this.runNamed(name, right, scope, unit);
      return;
    }
    if (left.type === 'ObjectPattern') this.declareAssigned(left, definitionOf(right), scope, unit);
    else this.visit(left, scope, unit);
    this.visitAlias(right, scope, unit);
  }

  /** `({ a, b } = c)` */
  private declareAssigned(pattern: Pattern, given: Definition, scope: Scope, unit: Unit): void {
    if (pattern.type === 'Identifier') this.assigned.push({ left: pattern, scope, definition: given });
    if (pattern.type !== 'ObjectPattern') return;
    for (const property of pattern.properties) {
      if (property.type === 'RestElement') {
        this.declareAssigned(property.argument, { kind: 'rest', of: given }, scope, unit);
        continue;
      }
      const name = property.computed ? undefined : keyOf(property.key);
      if (name === undefined) continue;
      unit.accessed.add(name);
      this.declareAssigned(property.value, { kind: 'member', of: given, name }, scope, unit);
    }
  }

  private visitMember(node: MemberExpression, scope: Scope, unit: Unit): void {
    unit.members.push(node);
    if (node.object.type === 'Identifier') this.visitIdentifier(node.object, scope, unit);
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
      this.note(name, definitionOf(property.value));
      this.runNamed(name, property.value, scope, unit);
    }
  }

  /** What only says where something is to be found is used once somebody asks for it by that name. */
  private runNamed(name: string, value: Expression | Identifier, scope: Scope, unit: Unit): void {
    if (!isPointer(value)) return this.visit(value, scope, unit);
    const own = this.unit();
    unit.named.push({ name, unit: own });
    this.visit(value.type === 'ArrowFunctionExpression' ? (value.body as Expression) : value, scope, own);
  }

  private visitIdentifier(node: Identifier, scope: Scope, unit: Unit): void {
    this.scopes.set(node, scope);
    unit.references.push({ node, scope });
  }

  private visitCall(node: CallExpression | NewExpression, scope: Scope, unit: Unit): void {
    this.calls.push({ node, unit });
    const defined = node.type === 'CallExpression' ? definedProperty(node) : undefined;
    if (defined) {
      this.visit(node.arguments[0] as Expression, scope, unit);
      this.note(defined.name, definitionOf(defined.value));
      this.runNamed(defined.name, defined.value, scope, unit);
      return;
    }
    const callee = node.callee;
    if (callee.type === 'Identifier') this.visitIdentifier(callee, scope, unit);
    else if (callee.type !== 'Super') this.visit(callee, scope, unit);
    const isCopied = callee.type === 'MemberExpression' && memberName(callee) === 'assign';
    for (const argument of node.arguments) {
      if (isCopied && argument.type === 'Identifier') this.visitIdentifier(argument, scope, unit);
      else this.visit(argument, scope, unit);
    }
  }

  private note(name: string, definition: Definition): void {
    const known = this.members.get(name);
    if (known) known.push(definition);
    else this.members.set(name, [definition]);
  }

  private define(id: Identifier | null | undefined, scope: Scope, definition: Definition | undefined): Binding {
    const binding = scope.declare(id?.name ?? '');
    if (definition) binding.definitions.push(definition);
    return binding;
  }

  private runOnReference(binding: Binding, unit: Unit): void {
    this.lazy.set(binding, [...(this.lazy.get(binding) ?? []), unit]);
  }

  private unit(): Unit {
    const unit = new Unit();
    this.units.push(unit);
    return unit;
  }
}
