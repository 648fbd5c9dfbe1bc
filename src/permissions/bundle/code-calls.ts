import type { AnyNode, Expression } from 'acorn';
import type { BundleCalls, Unread } from './bundle-calls';
import type { Code } from './code';
import { foreignClients, makesInstance } from './foreign-credentials';
import { memberName } from './program/syntax';
import type { Unit } from './program/unit';
import type { Mention, Operation } from './sdk-exports';
import { clientOf, isAggregated, isNameOfMention, mentionOf, mentionOfMethod } from './sdk-exports';
import type { Value } from './value';

/** The calls that code makes of the SDK, by what names and members of it stand for. */
export class CodeCalls implements BundleCalls {
  public readonly calls: Operation[] = [];
  public readonly mayCall: Operation[] = [];
  public readonly unread: Unread[] = [];
  private readonly foreign: ReadonlySet<string>;
  private readonly aggregated = new Set<string>();
  /** The modules and names of classes of which there are instances. */
  private readonly made = new Set<string>();
  private readonly telling = new Map<string, boolean>();

  constructor(private readonly code: Code) {
    this.foreign = foreignClients(code);
    for (const { node } of code.program.calls.filter(makesInstance)) {
      for (const value of code.values.of(node)) {
        if (value.kind === 'instance') this.made.add(`${value.module} ${value.name}`);
      }
    }
    for (const unit of code.program.units) this.readUnit(unit);
    this.readMethods();
  }

  private readUnit(unit: Unit): void {
    const { program, values, isInLibrary } = this.code;
    for (const { node } of unit.references) {
      const found = values.of(node);
      if (!isInLibrary(node)) for (const value of found) this.note(value, unit, found);
      if (program.whole.has(node)) this.readWhole(found);
    }
    for (const node of unit.members) {
      const name = memberName(node);
      if (name === undefined) this.readComputed(node.object, unit);
      if (name === undefined || !this.isTelling(name)) continue;
      const found = values.of(node);
      if (!isInLibrary(node)) for (const value of found) this.note(value, unit, found);
    }
  }

  private cannotTell(because: string, client?: string): void {
    this.unread.push({ client, because });
  }

  private note(value: Value, unit: Unit, among: readonly Value[]): void {
    if (value.kind === 'export') this.add(mentionOf(value.module, value.name), unit, value, among);
    if (value.kind === 'method') this.add(mentionOfMethod(value.module, value.name, value.method), unit, value, among);
    if (value.kind === 'instance' && isAggregated(value.module, value.name)) this.aggregated.add(value.module);
  }

  private add(
    { calls, mayCall = [], unread }: Mention,
    unit: Unit,
    value: Value & { module: string },
    among: readonly Value[],
  ): void {
    const isReached = this.code.reached.has(unit);
    const isCertain = isReached && !this.foreign.has(clientOf(value.module) ?? value.module) && !this.foreign.has('*');
    (isCertain ? this.calls : this.mayCall).push(...calls);
    this.mayCall.push(...mayCall);
    // Of several modules that it can be of, one has it.
    const isOfOther = among.some(
      (other) => other.kind === 'export' && mentionOf(other.module, other.name).calls.length > 0,
    );
    if (unread !== undefined && !isOfOther && isReached) {
      const name = value.kind === 'export' ? value.name : '';
      this.cannotTell(`uses '${name}' of '${value.module}', of which no source says what it calls`, unread);
    }
  }

  /** Whether a member of that name can be something that is called: what it is of takes longer to find out. */
  private isTelling(name: string): boolean {
    let telling = this.telling.get(name);
    if (telling === undefined) {
      telling =
        isNameOfMention(name) ||
        [...this.made].some((made) => {
          const [module, of] = made.split(' ');
          const { calls, mayCall = [] } = mentionOfMethod(module, of, name);
          return calls.length + mayCall.length > 0;
        });
      this.telling.set(name, telling);
    }
    return telling;
  }

  /** A module of the SDK that goes somewhere as a whole. */
  private readWhole(found: readonly Value[]): void {
    for (const value of found) {
      const client = value.kind === 'module' ? clientOf(value.module) : undefined;
      if (client !== undefined) this.cannotTell(`passes on all of '@aws-sdk/client-${client}'`, client);
    }
  }

  private readComputed(object: Expression | AnyNode, unit: Unit): void {
    for (const value of this.code.values.of(object)) {
      if (value.kind !== 'module' && value.kind !== 'instance') continue;
      const client = clientOf(value.module);
      if (client === undefined || (value.kind === 'instance' && !isAggregated(value.module, value.name))) continue;
      if (this.code.reached.has(unit)) this.cannotTell('makes the name of what it calls when it runs', client);
    }
  }

  /** Methods of clients that have one for each operation, where it cannot be followed what they are called on. */
  private readMethods(): void {
    if (this.aggregated.size === 0) return;
    const { program, values, removed } = this.code;
    const methods = new Set(removed.flatMap((text) => [...text.matchAll(/\.([a-z]\w*)\(/g)].map(([, name]) => name)));
    for (const { node } of program.calls) {
      if (node.callee.type !== 'MemberExpression' || values.of(node.callee.object).length > 0) continue;
      const method = memberName(node.callee);
      if (method !== undefined) methods.add(method);
    }
    for (const module of this.aggregated) {
      for (const method of methods) this.mayCall.push(...mentionOfMethod(module, 'Any', method).calls);
    }
  }
}
