import type { AnyNode, Expression, Node, ObjectExpression, Program as File } from 'acorn';
import type { BundleCalls, Unread } from './bundle-calls';
import { inlinedCommands, librariesAmong } from './inlined-commands';
import { withoutOtherModules } from './inlined-modules';
import { isKnownOutside } from './outside-modules';
import { type Call, Program } from './program';
import { ofCollections, reachedIn } from './reached';
import type { Mention, Operation } from './sdk-exports';
import { clientOf, isAggregated, isNameOfMention, mentionOf, mentionOfMethod } from './sdk-exports';
import { keyOf, memberName, textOf } from './syntax';
import type { Unit } from './unit';
import type { Value } from './values';
import { Values } from './values';

/** What is left to be parsed is never longer, or it is not parsed. */
const longest = 12_000_000;

/** A file of JavaScript that a function ships. */
export interface BundledFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The calls of AWS services in the files of a bundle.
 *
 * Never throws: what cannot be read is said in the result.
 *
 * @param handler the name that Lambda asks the bundle for
 * @param installed the packages that stand beside the bundle
 */
export function readBundle(
  files: readonly BundledFile[],
  handler: string,
  installed: ReadonlySet<string> = new Set(),
): BundleCalls {
  const own = new Set(files.map(({ name }) => `./${name}`));
  const isKnown = (module: string) => own.has(module) || isKnownOutside(module, installed);
  const read = files.map((file) => {
    try {
      return readFile(file, handler, isKnown);
    } catch (error) {
      const because = error instanceof SyntaxError ? 'cannot be parsed' : 'is too involved to be read';
      return { calls: [], mayCall: [], unread: [{ because: `'${file.name}' ${because}` }] };
    }
  });
  return {
    calls: distinct(read.flatMap(({ calls }) => calls)),
    mayCall: distinct(read.flatMap(({ mayCall }) => mayCall)),
    unread: distinct(read.flatMap(({ unread }) => unread)),
  };
}

function readFile({ name, text }: BundledFile, handler: string, isKnown: (module: string) => boolean): BundleCalls {
  const { text: rest, accessed, loaded } = withoutOtherModules(withoutSourceMap(text));
  if (rest.length > longest) {
    return { calls: [], mayCall: [], unread: [{ because: `'${name}' is too long to be read` }] };
  }
  const program = new Program(parse(rest));
  const inlined = inlinedCommands(program);
  const libraries = librariesAmong(inlined);
  const isInLibrary = ({ start }: Node) => libraries.some((library) => library.start <= start && start < library.end);
  const values = new Values(program, inlined, rest);
  const reached = reachedIn(
    program,
    [
      handler,
      ...[...accessed].filter((member) => !ofCollections.test(member)),
      ...(isEntry(name) ? [] : program.exported),
    ],
    isInLibrary,
  );
  const reading = new Reading(program, values, reached, isInLibrary, rest);
  reading.read();
  reading.judgeOutside([...program.loaded, ...loaded], isKnown);
  return reading;
}

/** Lambda asks this file for the handler, which may ask the others for whatever they export. */
function isEntry(name: string): boolean {
  return /^index\.[cm]?js$/.test(name);
}

/** Loaded when there is something to be parsed. */
function parse(text: string): File {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const acorn = require('acorn') as typeof import('acorn');
  const options = {
    ecmaVersion: 'latest',
    allowHashBang: true,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
  } as const;
  try {
    return acorn.parse(text, { ...options, sourceType: 'module' });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return acorn.parse(text, { ...options, sourceType: 'script' });
  }
}

function withoutSourceMap(text: string): string {
  const at = text.lastIndexOf('\n//# sourceMappingURL=data:');
  return at < 0 ? text : text.slice(0, at);
}

class Reading implements BundleCalls {
  public readonly calls: Operation[] = [];
  public readonly mayCall: Operation[] = [];
  public readonly unread: Unread[] = [];
  /** Clients whose credentials are not (all) those of the function. */
  private readonly foreign = new Set<string>();
  private readonly aggregated = new Set<string>();
  /** The modules and names of classes of which there are instances. */
  private readonly made = new Set<string>();
  private readonly telling = new Map<string, boolean>();

  constructor(
    private readonly program: Program,
    private readonly values: Values,
    private readonly reached: ReadonlySet<Unit>,
    /** What says by itself what it calls. */
    private readonly isInLibrary: (node: Node) => boolean,
    private readonly text: string,
  ) {}

  public read(): void {
    this.readCredentials();
    for (const { node } of this.program.calls.filter(makesInstance)) {
      for (const value of this.values.of(node)) {
        if (value.kind === 'instance') this.made.add(`${value.module} ${value.name}`);
      }
    }
    for (const unit of this.program.units) {
      for (const { node } of unit.references) {
        const found = this.values.of(node);
        if (!this.isInLibrary(node)) for (const value of found) this.note(value, unit, found);
        if (this.program.whole.has(node)) this.readWhole(found);
      }
      for (const node of unit.members) {
        const name = memberName(node);
        if (name === undefined) this.readComputed(node.object, unit);
        if (name === undefined || !this.isTelling(name)) continue;
        const found = this.values.of(node);
        if (!this.isInLibrary(node)) for (const value of found) this.note(value, unit, found);
      }
    }
    this.readMethods();
  }

  /** What other modules do that were left outside of the bundle. */
  public judgeOutside(loaded: readonly string[], isKnown: (module: string) => boolean): void {
    const modules = new Set(loaded);
    for (const { node, unit } of this.program.calls) {
      if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') continue;
      if (!this.values.isRequire(node.callee)) continue;
      const [argument] = node.arguments;
      const name = argument && argument.type !== 'SpreadElement' ? textOf(argument) : undefined;
      if (name !== undefined) {
        modules.add(name);
      } else if (argument && this.reached.has(unit)) {
        this.cannotTell('loads modules by names that it makes when it runs');
      }
    }
    for (const { node, unit } of this.program.imports) {
      const name = textOf(node.source);
      if (name !== undefined) modules.add(name);
      else if (this.reached.has(unit)) this.cannotTell('loads modules by names that it makes when it runs');
    }
    for (const name of modules) {
      if (!isKnown(name)) {
        this.unread.push({ client: clientOf(name), because: `loads '${name}', which is not in the bundle` });
      }
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
    const isCertain =
      this.reached.has(unit) && !this.foreign.has(clientOf(value.module) ?? value.module) && !this.foreign.has('*');
    (isCertain ? this.calls : this.mayCall).push(...calls);
    this.mayCall.push(...mayCall);
    // Of several modules that it can be of, one has it.
    const isOfOther = among.some(
      (other) => other.kind === 'export' && mentionOf(other.module, other.name).calls.length > 0,
    );
    if (unread !== undefined && !isOfOther && this.reached.has(unit)) {
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
    for (const value of this.values.of(object)) {
      if (value.kind !== 'module' && value.kind !== 'instance') continue;
      const client = clientOf(value.module);
      if (client === undefined || (value.kind === 'instance' && !isAggregated(value.module, value.name))) continue;
      if (this.reached.has(unit)) this.cannotTell('makes the name of what it calls when it runs', client);
    }
  }

  /** Methods of clients that have one for each operation, where it cannot be followed what they are called on. */
  private readMethods(): void {
    if (this.aggregated.size === 0) return;
    for (const { node } of this.program.calls) {
      if (node.callee.type !== 'MemberExpression' || this.values.of(node.callee.object).length > 0) continue;
      const method = memberName(node.callee);
      if (method === undefined) continue;
      for (const module of this.aggregated) this.mayCall.push(...mentionOfMethod(module, 'Any', method).calls);
    }
  }

  /** Who calls with other credentials than those of the function is not authorized by its role. */
  private readCredentials(): void {
    for (const { node } of this.program.calls.filter(makesInstance)) {
      const made = this.values.of(node).filter(({ kind }) => kind === 'instance');
      const [config] = node.arguments;
      const written = !config || config.type === 'SpreadElement' ? [] : this.values.of(config);
      const hasOwn = written.some((value) => value.kind === 'object' && hasCredentials(value.node));
      if (
        config?.type === 'ObjectExpression' &&
        hasCredentials(config) &&
        isClientClass(node.callee, this.program, this.text)
      ) {
        this.foreign.add('*');
      }
      for (const value of hasOwn ? made : []) {
        if (value.kind === 'instance') this.foreign.add(clientOf(value.module) ?? value.module);
      }
    }
    for (const definition of this.program.members.get('credentials') ?? []) {
      // Somewhere a configuration is put together that has credentials: whose they are cannot be told.
      if (definition.kind === 'expression' && this.isForeignCredentials(definition.node)) this.foreign.add('*');
    }
  }

  private isForeignCredentials(node: Expression | AnyNode): boolean {
    return this.values
      .of(node.type === 'CallExpression' ? node.callee : node)
      .some((value) => value.kind === 'export' && value.module === '@aws-sdk/credential-providers');
  }
}

/** `new S3()`, `DynamoDBDocument.from(client)` */
function makesInstance({ node }: Call): boolean {
  if (node.type === 'NewExpression') return true;
  return node.callee.type === 'MemberExpression' && memberName(node.callee) === 'from';
}

function hasCredentials(node: ObjectExpression): boolean {
  return node.properties.some((property) => property.type === 'Property' && keyOf(property.key) === 'credentials');
}

/** A client of the SDK that is in the bundle, by what only such a class has. */
function isClientClass(callee: AnyNode, program: Program, text: string): boolean {
  if (callee.type !== 'Identifier') return false;
  return (program.binding(callee)?.definitions ?? []).some(
    (definition) =>
      definition.kind === 'class' && text.slice(definition.node.start, definition.node.end).includes('this.initConfig'),
  );
}

function distinct<T extends object>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
