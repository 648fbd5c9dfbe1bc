import type { AnyNode, CallExpression, Expression, Identifier, NewExpression, ObjectExpression, Super } from 'acorn';
import type { AnyFunction, Binding, Definition } from './definition';
import type { Program } from './program';
import { isFunction, keyOf, memberName, textOf } from './syntax';

/** What an expression can stand for, as far as the SDK is concerned. */
export type Value =
  | { readonly kind: 'module'; readonly module: string }
  /** What a module exports: a class, or a function. */
  | { readonly kind: 'export'; readonly module: string; readonly name: string }
  /** What was made of a class that a module exports. */
  | { readonly kind: 'instance'; readonly module: string; readonly name: string }
  | { readonly kind: 'method'; readonly module: string; readonly name: string; readonly method: string }
  | { readonly kind: 'object'; readonly node: ObjectExpression }
  | { readonly kind: 'function'; readonly node: AnyFunction };

const mostDefinitions = 40;
const deepest = 60;
const mostSteps = 2_000_000;

/**
 * What names and expressions of a program stand for: followed through variables, parameters, fields and what functions
 * return, whatever the order in which they run.
 */
export class Values {
  private readonly known = new Map<object, readonly Value[]>();
  private readonly ofObjects = new Map<ObjectExpression, Map<string, readonly Value[]>>();
  private readonly arguments = new Map<AnyFunction, (Expression | undefined)[][]>();
  private depth = 0;
  private steps = 0;

  constructor(
    private readonly program: Program,
    /** Classes that are commands of the SDK, which was put into the bundle. */
    private readonly commands: ReadonlyMap<object, Value>,
    private readonly text: string,
  ) {
    this.noteCalls();
  }

  public of(node: Expression | Super | AnyNode): readonly Value[] {
    const known = this.known.get(node);
    if (known) return known;
    if (this.depth > deepest) return [];
    if (++this.steps > mostSteps) throw new RangeError('too many expressions to follow');
    // What is defined by itself adds nothing.
    this.known.set(node, []);
    this.depth++;
    const values = distinct(this.compute(node));
    this.depth--;
    this.known.set(node, values);
    return values;
  }

  public ofBinding(binding: Binding): readonly Value[] {
    const known = this.known.get(binding);
    if (known) return known;
    if (this.depth > deepest) return [];
    this.known.set(binding, []);
    this.depth++;
    const values = distinct(
      binding.definitions.slice(0, mostDefinitions).flatMap((definition) => this.ofDefinition(definition)),
    );
    this.depth--;
    this.known.set(binding, values);
    return values;
  }

  private compute(node: AnyNode | Super): readonly Value[] {
    switch (node.type) {
      case 'Identifier': {
        const binding = this.program.binding(node);
        return binding ? this.ofBinding(binding) : [];
      }
      case 'MemberExpression':
        return this.ofMember(node.object, memberName(node));
      case 'CallExpression':
        return this.ofCall(node);
      case 'NewExpression':
        return this.of(node.callee).flatMap((value) =>
          value.kind === 'export' ? [{ ...value, kind: 'instance' }] : [],
        );
      case 'ImportExpression': {
        const module = textOf(node.source);
        return module === undefined ? [] : [{ kind: 'module', module }];
      }
      case 'AwaitExpression':
      case 'ChainExpression':
        return this.of(node.type === 'AwaitExpression' ? node.argument : node.expression);
      case 'ParenthesizedExpression':
        return this.of(node.expression);
      case 'SequenceExpression':
        return this.of(node.expressions[node.expressions.length - 1]);
      case 'AssignmentExpression':
        return this.of(node.right);
      case 'LogicalExpression':
        return [...this.of(node.left), ...this.of(node.right)];
      case 'ConditionalExpression':
        return [...this.of(node.consequent), ...this.of(node.alternate)];
      case 'ObjectExpression':
        return [{ kind: 'object', node }];
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'FunctionDeclaration':
        return [{ kind: 'function', node }];
      case 'ClassExpression':
      case 'ClassDeclaration': {
        const command = this.commands.get(node);
        return command ? [command] : [];
      }
      default:
        return [];
    }
  }

  private ofDefinition(definition: Definition): readonly Value[] {
    switch (definition.kind) {
      case 'expression':
      case 'class':
        return this.of(definition.node as AnyNode);
      case 'function':
        return [{ kind: 'function', node: definition.node }];
      case 'import':
        return definition.name === '*'
          ? [{ kind: 'module', module: definition.module }]
          : membersOf({ kind: 'module', module: definition.module }, definition.name);
      case 'member':
        return this.ofDefinition(definition.of).flatMap((value) => this.member(value, definition.name));
      case 'rest':
        return this.ofDefinition(definition.of).filter(({ kind }) => kind === 'module' || kind === 'instance');
      case 'parameter':
        return (this.arguments.get(definition.of) ?? []).flatMap((given) => {
          const argument = given[definition.index];
          return argument ? this.of(argument) : [];
        });
    }
  }

  private ofMember(object: Expression | Super, name: string | undefined): readonly Value[] {
    if (name === undefined) return [];
    const owners = object.type === 'Super' ? [] : this.of(object);
    const found = owners.flatMap((value) => this.member(value, name));
    if (found.length > 0 || owners.some(({ kind }) => kind !== 'object' && kind !== 'function')) return found;
    // Fields and properties, by their name, whatever object they are of.
    const given = this.program.members.get(name) ?? [];
    if (given.length > mostDefinitions) return [];
    return given.flatMap((definition) => this.ofDefinition(definition));
  }

  private member(value: Value, name: string): readonly Value[] {
    if (value.kind !== 'object') return membersOf(value, name);
    const known = this.ofObjects.get(value.node) ?? new Map<string, readonly Value[]>();
    this.ofObjects.set(value.node, known);
    let found = known.get(name);
    if (!found) {
      known.set(name, []);
      found = this.depth > deepest ? [] : this.memberOfObject(value.node, name);
      known.set(name, found);
    }
    return found;
  }

  private memberOfObject(node: ObjectExpression, name: string): readonly Value[] {
    this.depth++;
    const found = node.properties.flatMap((property) => {
      if (property.type === 'SpreadElement') {
        return this.of(property.argument).flatMap((spread) => this.member(spread, name));
      }
      return !property.computed && keyOf(property.key) === name ? this.of(property.value) : [];
    });
    this.depth--;
    return distinct(found);
  }

  private ofCall(node: CallExpression): readonly Value[] {
    const { callee } = node;
    const [first] = node.arguments;
    const argument = first && first.type !== 'SpreadElement' ? first : undefined;
    if (callee.type === 'Identifier' && this.isRequire(callee)) {
      const module = textOf(argument);
      return module === undefined ? [] : [{ kind: 'module', module }];
    }
    if (callee.type === 'MemberExpression') {
      const method = memberName(callee);
      if (method === 'then' && argument && callee.object.type !== 'Super') return this.ofThen(callee.object, argument);
      if (method === 'assign' || method === 'freeze') return node.arguments.flatMap((each) => this.ofArgument(each));
      if (method === 'resolve' && argument) return this.of(argument);
      // `DynamoDBDocument.from(client)`
      if (method === 'from' && callee.object.type !== 'Super') {
        const made = this.of(callee.object).filter(({ kind }) => kind === 'export');
        return made.map((value) => ({ ...value, kind: 'instance' }) as Value);
      }
    }
    const called = this.of(callee);
    // A module in the bundle is asked for by calling it.
    const modules = called.filter(({ kind }) => kind === 'module');
    if (modules.length > 0) return modules;
    // What makes a module of one kind one of the other kind has it as its argument.
    const passed = argument ? this.of(argument).filter(({ kind }) => kind === 'module') : [];
    if (passed.length > 0) return passed;
    return called.flatMap((value) => (value.kind === 'function' ? this.returnedBy(value.node) : []));
  }

  private ofArgument(argument: CallExpression['arguments'][number]): readonly Value[] {
    return this.of(argument.type === 'SpreadElement' ? argument.argument : argument);
  }

  private ofThen(object: Expression, callback: Expression): readonly Value[] {
    return isFunction(callback) ? this.returnedBy(callback) : this.of(object);
  }

  private returnedBy(node: AnyFunction): readonly Value[] {
    if (node.body.type !== 'BlockStatement') return this.of(node.body);
    return node.body.body.flatMap((statement) =>
      statement.type === 'ReturnStatement' && statement.argument ? this.of(statement.argument) : [],
    );
  }

  /** Node's own, one that was made of it, and what esbuild writes for it into ES modules. */
  public isRequire(callee: Identifier): boolean {
    const binding = this.program.binding(callee);
    if (!binding) return callee.name === 'require';
    return binding.definitions.some(
      (definition) =>
        definition.kind === 'expression' &&
        definition.node.type === 'CallExpression' &&
        /^(?:[\w$.]+\(import\.meta\.url\)|[\w$.]*createRequire\w*\(|[^]{0,40}typeof require\b)/.test(
          this.text.slice(definition.node.start, definition.node.start + 60),
        ),
    );
  }

  /** Where parameters come from, by the functions that are called and the names of methods. */
  private noteCalls(): void {
    for (const { node } of this.program.calls) {
      const given = node.arguments.map((each) => (each.type === 'SpreadElement' ? undefined : each));
      for (const target of this.targetsOf(node)) this.noteArguments(target, given);
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || memberName(callee) !== 'then' || callee.object.type === 'Super') {
        continue;
      }
      const [callback] = given;
      if (callback && isFunction(callback)) this.noteArguments(callback, [callee.object]);
    }
  }

  private noteArguments(target: AnyFunction, given: (Expression | undefined)[]): void {
    // What makes a module of one kind one of the other kind uses nothing of it.
    if (this.text.slice(target.start, target.end).includes('__esModule')) return;
    const known = this.arguments.get(target) ?? [];
    this.arguments.set(target, known);
    if (known.length < mostDefinitions) known.push(given);
  }

  private targetsOf({ callee }: CallExpression | NewExpression): readonly AnyFunction[] {
    if (isFunction(callee)) return [callee];
    const definitions =
      callee.type === 'Identifier'
        ? (this.program.binding(callee)?.definitions ?? [])
        : callee.type === 'MemberExpression'
          ? (this.program.members.get(memberName(callee) ?? '') ?? [])
          : [];
    if (definitions.length > mostDefinitions) return [];
    return definitions.flatMap((definition): AnyFunction[] => {
      if (definition.kind === 'function') return [definition.node];
      if (definition.kind !== 'class') return [];
      return definition.node.body.body.flatMap((each) =>
        each.type === 'MethodDefinition' && each.kind === 'constructor' ? [each.value] : [],
      );
    });
  }
}

function membersOf(value: Value, name: string): readonly Value[] {
  switch (value.kind) {
    case 'module':
      if (name === 'default') return [value];
      return [{ kind: 'export', module: value.module, name }];
    case 'instance':
      return [{ kind: 'method', module: value.module, name: value.name, method: name }];
    default:
      return [];
  }
}

function distinct(values: readonly Value[]): readonly Value[] {
  if (values.length < 2) return values;
  const known = new Set<unknown>();
  return values.filter((value) => {
    const key =
      'node' in value
        ? value.node
        : [value.kind, value.module, 'name' in value ? value.name : '', 'method' in value ? value.method : ''].join(
            ' ',
          );
    return !known.has(key) && known.add(key);
  });
}
