import type { AnyNode, CallExpression, Expression, ObjectExpression, Super } from 'acorn';
import { argumentsIn, mostDefinitions } from './arguments';
import type { Arguments } from './arguments';
import type { AnyFunction, Binding, Definition } from './program/definition';
import type { Program } from './program/program';
import { isFunction, keyOf, memberName, textOf } from './program/syntax';
import { isRequire } from './require';
import { distinctValues, membersOf } from './value';
import type { Value } from './value';

const deepest = 60;
const mostSteps = 2_000_000;

/**
 * What names and expressions of a program stand for: followed through variables, parameters, fields and what functions
 * return, whatever the order in which they run.
 */
export class Values {
  private readonly known = new Map<object, readonly Value[]>();
  private readonly ofObjects = new Map<ObjectExpression, Map<string, readonly Value[]>>();
  private readonly arguments: Arguments;
  private depth = 0;
  private steps = 0;

  constructor(
    private readonly program: Program,
    /** Classes that are commands of the SDK, which was put into the bundle. */
    private readonly commands: ReadonlyMap<object, Value>,
    private readonly text: string,
  ) {
    this.arguments = argumentsIn(program, text);
  }

  public of(node: Expression | Super | AnyNode): readonly Value[] {
    const known = this.known.get(node);
    if (known) return known;
    if (this.depth > deepest) return [];
    if (++this.steps > mostSteps) throw new RangeError('too many expressions to follow');
    // What is defined by itself adds nothing.
    this.known.set(node, []);
    this.depth++;
    const values = distinctValues(this.compute(node));
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
    const values = distinctValues(
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
    return distinctValues(found);
  }

  private ofCall(node: CallExpression): readonly Value[] {
    const { callee } = node;
    const [first] = node.arguments;
    const argument = first && first.type !== 'SpreadElement' ? first : undefined;
    if (callee.type === 'Identifier' && isRequire(callee, this.program, this.text)) {
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
}
