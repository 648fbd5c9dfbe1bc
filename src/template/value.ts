import { flatten } from './alternatives';
import { writtenPosition } from './list-positions';
import { isObject, own } from './parse';
import { Alternatives, Reference, Text, Unknown } from './resolved';
import type { Resolved } from './resolved';
import { callOf } from './resolver';
import type { Resource } from './resource';

/**
 * What reading a property gives: absent, known, a reference, or unknown.
 *
 * While a rule runs, conditions and parameters are decided (the rule runs once for every way they can fall out);
 * elsewhere a value that depends on them is unknown, and `branches` has every one.
 */
export class Value {
  /** A value that is worked out when it is first looked at. */
  static at(resource: Resource, path: readonly string[], resolve: () => Resolved | undefined): Value {
    return new Value(resource, path, resolve);
  }

  /** A piece of the template; what is read below it meets the functions on the way there only. */
  static of(resource: Resource, path: readonly string[], node: unknown): Value {
    return new Value(resource, path, undefined, node);
  }

  private worked?: { readonly resolved: Resolved | undefined };

  private constructor(
    readonly resource: Resource,
    /** From the resource: `['Properties', 'VpcConfig', 'SubnetIds', '0']`. */
    readonly path: readonly string[],
    private readonly resolve: (() => Resolved | undefined) | undefined,
    private readonly node?: unknown,
  ) {}

  /** The structure behind the value; `undefined` where it is absent. */
  get resolved(): Resolved | undefined {
    this.worked ??= {
      resolved: this.resolve ? this.resolve() : this.resource.template.resolver.resolve(this.node),
    };
    return this.worked.resolved;
  }

  /** An object or list as it is written: what is in it may depend on conditions; that it is there does not. */
  private get isStructure(): boolean {
    return !this.resolve && (Array.isArray(this.node) || isPlainNode(this.node));
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
    return scalar !== undefined && expected.some((one) => String(one) === String(scalar));
  }

  /** The resource that is referred to, through parameters, exports and nested stacks. */
  get target(): Resource | undefined {
    return this.targets[0];
  }

  /** Every resource that is referred to, in a text or in a list too. */
  get targets(): readonly Resource[] {
    return [...new Set([...referencesIn(this.resolved)].map((reference) => reference.resource))];
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
    const keys = typeof path === 'string' ? keysOf(path) : path;
    const full = [...this.path, ...keys];
    this.resource.template.application.onRead?.(this.resource, full);
    let { node } = this;
    let plain = 0;
    if (!this.resolve) {
      while (plain < keys.length && (isPlainNode(node) || isBesideMacro(node, keys[plain]))) {
        node = own(node, keys[plain++]);
      }
      if (plain === keys.length) return Value.of(this.resource, full, node);
    }
    const rest = keys.slice(plain);
    return Value.at(this.resource, full, () => {
      const from = this.resolve ? this.resolved : this.resource.template.resolver.resolve(node);
      return rest.reduce<Resolved | undefined>((resolved, key) => below(resolved, key), from);
    });
  }

  /** The elements of a list; a single thing counts as a list of one, as CloudFormation and IAM take it. */
  get items(): readonly Value[] {
    if (this.isAbsent) return [];
    if (!this.resolve && Array.isArray(this.node)) {
      const items = this.node.map((item, index) => Value.of(this.resource, [...this.path, `${index}`], item));
      return items.filter((item) => item.isThere);
    }
    const { resolved } = this;
    if (!Array.isArray(resolved)) return [this];
    return resolved.map((item: Resolved, index) =>
      Value.at(this.resource, [...this.path, `${writtenPosition(resolved, index)}`], () => item),
    );
  }

  /** The entries of an object. */
  get entries(): readonly (readonly [string, Value])[] {
    if (!this.isObject) return [];
    const object = this.isStructure ? this.node : this.resolved;
    const entries = Object.keys(object as object).map((key) => [key, this.read([key])] as const);
    return entries.filter(([, value]) => value.isThere);
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
    if (this.isAbsent) return 'nothing';
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

/** References in a piece of a template, through lists, objects, texts and alternatives. */
export function* referencesIn(resolved: Resolved | undefined): Generator<Reference> {
  if (resolved instanceof Reference) yield resolved;
  else if (resolved instanceof Text) yield* resolved.parts.filter((part) => part instanceof Reference);
  else if (resolved instanceof Alternatives) for (const { value } of resolved.branches) yield* referencesIn(value);
  else if (Array.isArray(resolved)) for (const item of resolved) yield* referencesIn(item);
  else if (isPlainObject(resolved)) for (const item of Object.values(resolved)) yield* referencesIn(item as Resolved);
}

/** An object of the template that is not the call of a function. */
function isPlainNode(node: unknown): boolean {
  return isObject(node) && callOf(node) === undefined;
}

/** What is written beside a macro counts as it is written; what is not may be what the macro writes. */
function isBesideMacro(node: unknown, key: string): boolean {
  return isObject(node) && Object.hasOwn(node, 'Fn::Transform') && Object.hasOwn(node, key);
}

function isPlainObject(resolved: unknown): resolved is { readonly [key: string]: Resolved } {
  return (
    isObject(resolved) &&
    !(
      resolved instanceof Reference ||
      resolved instanceof Text ||
      resolved instanceof Unknown ||
      resolved instanceof Alternatives
    )
  );
}

function below(resolved: Resolved | undefined, key: string): Resolved | undefined {
  if (resolved instanceof Unknown) return resolved;
  if (resolved instanceof Alternatives) {
    return new Alternatives(resolved.branches.map(({ when, value }) => ({ when, value: below(value, key) })));
  }
  if (resolved instanceof Reference || resolved instanceof Text) {
    return new Unknown(`${String(resolved)} is only known after deployment`, `${String(resolved)}.${key}`);
  }
  if (typeof resolved !== 'object' || resolved === null || !Object.hasOwn(resolved, key)) return undefined;
  return (resolved as { readonly [key: string]: Resolved })[key];
}

function printable(resolved: Resolved | undefined): unknown {
  if (Array.isArray(resolved)) return resolved.map(printable);
  if (resolved instanceof Alternatives) return flatten(resolved).map((branch) => printable(branch.value));
  if (!isPlainObject(resolved)) return typeof resolved === 'object' ? String(resolved) : resolved;
  return Object.fromEntries(Object.entries(resolved).map(([key, item]) => [key, printable(item)]));
}
