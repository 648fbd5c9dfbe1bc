import type { CallExpression, Identifier, ImportExpression, NewExpression, Node } from 'acorn';
import type { Binding, Definition, Scope } from './definition';
import { Unit } from './unit';

export interface Call {
  readonly node: CallExpression | NewExpression;
  readonly unit: Unit;
}

/** What a name is given after it was declared, maybe before. */
interface Assigned {
  readonly left: Identifier;
  readonly scope: Scope;
  readonly definition: Definition;
  /** What runs once somebody asks for the name. */
  readonly unit?: Unit;
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
  private readonly assigned: Assigned[] = [];

  /** What a name stands for where it is written, or `undefined` for what comes from outside. */
  public binding(node: Identifier): Binding | undefined {
    return this.scopes.get(node)?.find(node.name);
  }

  public newUnit(): Unit {
    const unit = new Unit();
    this.units.push(unit);
    return unit;
  }

  public refer(node: Identifier, scope: Scope, unit: Unit): void {
    this.scopes.set(node, scope);
    unit.references.push({ node, scope });
  }

  public define(id: Identifier | null | undefined, scope: Scope, definition: Definition | undefined): Binding {
    const binding = scope.declare(id?.name ?? '');
    if (definition) binding.definitions.push(definition);
    return binding;
  }

  public runOnReference(binding: Binding, unit: Unit): void {
    this.lazy.set(binding, [...(this.lazy.get(binding) ?? []), unit]);
  }

  /** Notes what a member of that name is given. */
  public note(name: string, definition: Definition): void {
    const known = this.members.get(name);
    if (known) known.push(definition);
    else this.members.set(name, [definition]);
  }

  public assign(assigned: Assigned): void {
    this.assigned.push(assigned);
  }

  /** To be called when all names are declared. */
  public settle(): void {
    for (const { left, scope, definition, unit } of this.assigned) {
      const binding = scope.find(left.name);
      binding?.definitions.push(definition);
      if (unit && binding) this.runOnReference(binding, unit);
      else if (unit) this.root.always.push(unit);
    }
  }
}
