import type { Identifier, MemberExpression } from 'acorn';
import type { Scope } from './definition';

/** A piece of code that runs as a whole, or not at all: a file, the body of a function, what a class does when it is made. */
export class Unit {
  /** Names that it asks for. */
  public readonly references: { readonly node: Identifier; readonly scope: Scope }[] = [];
  public readonly members: MemberExpression[] = [];
  /** Members that are taken by their name, of whatever: `{ name } = a`. */
  public readonly accessed = new Set<string>();
  /** Runs whenever this one does. */
  public readonly always: Unit[] = [];
  /** Runs once somebody asks for a member of that name. */
  public readonly named: { readonly name: string; readonly unit: Unit }[] = [];
}
