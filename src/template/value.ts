import { flatten } from './alternatives';
import { writtenPosition } from './list-positions';
import { own } from './parse';
import { Alternatives, Reference, Text, Unknown } from './resolved';
import type { Resolved } from './resolved';
import type { Resource } from './resource';
import { below, isPlainObject, nowhere, printable, targetsOf } from './within-resolved';
import type { World } from './world';
import { isPlainNode, isWritten } from './written-node';

/**
 * What reading a property gives: absent, known, a reference, or unknown.
 *
 * While a rule runs, conditions and parameters are decided (the rule runs once for every way they can fall out);
 * elsewhere a value that depends on them is unknown, and `branches` has every one.
 */
export class Value {
  /** A value that is worked out when it is first looked at. */
  static at(resource: Resource, path: readonly string[], resolve: () => Resolved | undefined): Value {
    return new Value(resource, undefined, path, resolve);
  }

  /** A piece of the template; what is read below it meets the functions on the way there only. */
  static of(resource: Resource, path: readonly string[], node: unknown): Value {
    return new Value(resource, undefined, path, undefined, node);
  }

  private worked: Resolved | undefined;
  private workedIn: World | 'every world' | 'no world' | undefined;
  private structure?: boolean;
  private full?: readonly string[];
  // Many rules read the same.
  private readBefore?: Map<string, Value>;
  private itemsInEveryWorld?: readonly Value[];
  private targetsInEveryWorld?: readonly Resource[];

  private constructor(
    readonly resource: Resource,
    private readonly above: Value | undefined,
    private readonly keys: readonly string[],
    private readonly resolve: (() => Resolved | undefined) | undefined,
    private readonly node?: unknown,
  ) {}

  /** From the resource: `['Properties', 'VpcConfig', 'SubnetIds', '0']`. */
  get path(): readonly string[] {
    this.full ??= this.above ? [...this.above.path, ...this.keys] : this.keys;
    return this.full;
  }

  /** The structure behind the value; `undefined` where it is absent. */
  get resolved(): Resolved | undefined {
    if (this.workedIn === 'every world') return this.worked;
    const { resolver, application } = this.resource.template;
    const { resolution } = application;
    const world = resolution.world ?? 'no world';
    if (this.workedIn === world) {
      resolution.choices++;
      return this.worked;
    }
    const choicesBefore = resolution.choices;
    this.worked = this.resolve ? this.resolve() : resolver.resolve(this.node);
    this.workedIn = resolution.choices === choicesBefore ? 'every world' : world;
    return this.worked;
  }

  /** An object or list as it is written: what is in it may depend on conditions; that it is there does not. */
  private get isStructure(): boolean {
    this.structure ??= !this.resolve && (Array.isArray(this.node) || isPlainNode(this.node));
    return this.structure;
  }

  /** Not in the template, `null`, or `AWS::NoValue`. */
  get isAbsent(): boolean {
    if (this.isStructure) return false;
    return this.resolved === undefined || this.resolved === null;
  }

  /** A string, number, boolean, list or object of the template itself (what a list or object holds may be unknown). */
  get isKnown(): boolean {
    return !this.isAbsent && !this.isReference && !this.isUnknown;
  }

  /** A resource of the application or an attribute of it, alone or as a piece of a text. */
  get isReference(): boolean {
    if (this.isStructure) return false;
    const { resolved } = this;
    if (resolved instanceof Text) return !resolved.parts.some((part) => part instanceof Unknown);
    return resolved instanceof Reference;
  }

  get isUnknown(): boolean {
    return this.because !== undefined;
  }

  /** Why the value is unknown. */
  get because(): string | undefined {
    if (this.isStructure) return undefined;
    const { resolved } = this;
    if (resolved instanceof Unknown) return resolved.because;
    if (resolved instanceof Alternatives) return `it depends on whether ${flatten(resolved)[0].when}`;
    if (!(resolved instanceof Text)) return undefined;
    return resolved.parts.find((part) => part instanceof Unknown)?.because;
  }

  /** Whether an unknown text may turn out to be this one, by what is known of it and by its `AllowedPattern`. */
  couldBe(text: string): boolean {
    const { resolved } = this;
    if (resolved instanceof Unknown) return resolved.couldBe(text);
    if (!(resolved instanceof Text)) return this.isUnknown || this.text === text;
    const [first, last] = [resolved.parts[0], resolved.parts.at(-1)];
    return !(
      (typeof first === 'string' && !text.startsWith(first)) ||
      (typeof last === 'string' && !text.endsWith(last))
    );
  }

  /** The value itself, where it is a known string, number or boolean. */
  get scalar(): string | number | boolean | undefined {
    const { resolved } = this;
    return typeof resolved === 'string' || typeof resolved === 'number' || typeof resolved === 'boolean'
      ? resolved
      : undefined;
  }

  /** A known string (or number) as text; a text with references or unknown pieces as `${Bucket.Arn}/*`. */
  get text(): string | undefined {
    const { resolved } = this;
    if (resolved instanceof Text || resolved instanceof Reference || resolved instanceof Unknown) {
      return String(resolved);
    }
    return this.scalar === undefined ? undefined : String(this.scalar);
  }

  /** A known number; CloudFormation takes `"30"` as well. */
  get number(): number | undefined {
    const { scalar } = this;
    const number = typeof scalar === 'string' && scalar.trim() !== '' ? Number(scalar) : scalar;
    return typeof number === 'number' && !Number.isNaN(number) ? number : undefined;
  }

  /** Known to be true; CloudFormation takes `"true"` as well. */
  get isTrue(): boolean {
    return String(this.scalar).toLowerCase() === 'true';
  }

  /** Known to be false; an absent value is neither true nor false. */
  get isFalse(): boolean {
    return String(this.scalar).toLowerCase() === 'false';
  }

  /** Known to be one of these. */
  is(...expected: readonly (string | number | boolean)[]): boolean {
    const { scalar } = this;
    if (scalar === undefined) return false;
    for (const one of expected) if (one === scalar || String(one) === String(scalar)) return true;
    return false;
  }

  /** The resource that is referred to, through parameters, exports and nested stacks. */
  get target(): Resource | undefined {
    return this.targets[0];
  }

  /** Every resource that is referred to, in a text or in a list too. */
  get targets(): readonly Resource[] {
    if (this.targetsInEveryWorld) return this.targetsInEveryWorld;
    const { resolved } = this;
    if (typeof resolved !== 'object' || resolved === null) return nowhere;
    const targets = targetsOf(resolved);
    if (this.workedIn === 'every world') this.targetsInEveryWorld = targets;
    return targets;
  }

  /** The attribute of {@link target}: `Ref`, `Arn`… */
  get attribute(): string | undefined {
    return this.resolved instanceof Reference ? this.resolved.attribute : undefined;
  }

  /**
   * Reads below this value: `CorsConfiguration.CorsRules.0.AllowedOrigins`, or a list of keys where a key has a dot.
   *
   * Below something absent all is absent; below something unknown all is unknown.
   */
  read(path: string | readonly string[]): Value {
    const { onRead } = this.resource.template.application;
    if (typeof path !== 'string') {
      onRead?.(this.resource, [...this.path, ...path]);
      return this.readKeys(path);
    }
    let value = this.readBefore?.get(path);
    if (!value) {
      value = this.readKeys(keysOf(path));
      this.readBefore ??= new Map();
      this.readBefore.set(path, value);
    }
    onRead?.(this.resource, value.path);
    return value;
  }

  private readKeys(keys: readonly string[]): Value {
    let { node } = this;
    let plain = 0;
    if (!this.resolve) {
      while (plain < keys.length && isWritten(node, keys[plain])) {
        node = own(node, keys[plain++]);
      }
      if (plain === keys.length) return new Value(this.resource, this, keys, undefined, node);
    }
    const rest = keys.slice(plain);
    return new Value(this.resource, this, keys, () => {
      const from = this.resolve ? this.resolved : this.resource.template.resolver.resolve(node);
      return rest.reduce<Resolved | undefined>((resolved, key) => below(resolved, key), from);
    });
  }

  /** The elements of a list; a single thing counts as a list of one, as CloudFormation and IAM take it. */
  get items(): readonly Value[] {
    if (this.itemsInEveryWorld) return this.itemsInEveryWorld;
    const { resolution } = this.resource.template.application;
    const choicesBefore = resolution.choices;
    const items = this.findItems();
    if (resolution.choices === choicesBefore) this.itemsInEveryWorld = items;
    return items;
  }

  private findItems(): readonly Value[] {
    if (this.isAbsent) return [];
    if (!this.resolve && Array.isArray(this.node)) {
      const items: Value[] = [];
      for (const [index, node] of this.node.entries()) {
        const item = new Value(this.resource, this, [`${index}`], undefined, node);
        if (item.isThere) items.push(item);
      }
      return items;
    }
    const { resolved } = this;
    if (!Array.isArray(resolved)) return [this];
    return resolved.map(
      (item: Resolved, index) => new Value(this.resource, this, [`${writtenPosition(resolved, index)}`], () => item),
    );
  }

  /** The entries of an object. */
  get entries(): readonly (readonly [string, Value])[] {
    if (!this.isObject) return [];
    const object = this.isStructure ? this.node : this.resolved;
    const entries: (readonly [string, Value])[] = [];
    for (const key of Object.keys(object as object)) {
      const value = this.read([key]);
      if (value.isThere) entries.push([key, value]);
    }
    return entries;
  }

  /** Whether there is something, be it `null`. */
  private get isThere(): boolean {
    return this.isStructure || this.resolved !== undefined;
  }

  get isList(): boolean {
    return this.isStructure ? Array.isArray(this.node) : Array.isArray(this.resolved);
  }

  get isObject(): boolean {
    return this.isStructure ? !Array.isArray(this.node) : isPlainObject(this.resolved);
  }

  /** Every value that this may turn out to be: itself, or one for each way the conditions can fall out. */
  get branches(): readonly Value[] {
    const { resolved } = this;
    if (!(resolved instanceof Alternatives)) return [this];
    return flatten(resolved).map((branch) => Value.at(this.resource, this.path, () => branch.value));
  }

  /** The value as one would write it in a message. */
  toString(): string {
    if (this.isAbsent) return 'not set';
    const { resolved } = this;
    if (typeof resolved === 'string') return JSON.stringify(resolved);
    return this.text ?? JSON.stringify(printable(resolved));
  }
}

/** Rules read the same few hundred paths of every resource. */
const splitPaths = new Map<string, readonly string[]>();

function keysOf(path: string): readonly string[] {
  let keys = splitPaths.get(path);
  if (!keys) {
    keys = path.split('.');
    if (splitPaths.size < 10_000) splitPaths.set(path, keys);
  }
  return keys;
}
