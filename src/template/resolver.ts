import { Conditions } from './conditions';
import { intrinsicFunctions } from './intrinsic-functions';
import { presentIn } from './list-positions';
import { Parameters } from './parameters';
import { isObject } from './parse';
import type { JsonObject } from './parse';
import { Unknown } from './resolved';
import type { Resolved } from './resolved';
import type { Template } from './template';
import { literal } from './text';

const maximumDepth = 256;

/**
 * Works out the intrinsic functions of one template, lazily, each piece once.
 */
export class Resolver {
  readonly conditions: Conditions;
  readonly parameters: Parameters;
  /** Results that hold in every world. */
  private readonly decided = new Map<object, Resolved | undefined>();
  /** Results outside of any world that hold alternatives. */
  private readonly open = new Map<object, Resolved | undefined>();

  constructor(readonly template: Template) {
    this.conditions = new Conditions(this);
    this.parameters = new Parameters(this);
  }

  get resolution() {
    return this.template.application.resolution;
  }

  private readonly stored = (name: string) => this.template.application.sharedValues.stored(name, this.template);

  /** `undefined` is `AWS::NoValue`, or nothing at all. */
  resolve(node: unknown): Resolved | undefined {
    if (typeof node === 'string') return literal(node, this.stored);
    if (typeof node === 'number' || typeof node === 'boolean' || node === null) return node;
    if (typeof node !== 'object') return undefined;

    const known = this.decided.get(node);
    if (known !== undefined || this.decided.has(node)) return known;
    const { resolution } = this;
    if (!resolution.world && this.open.has(node)) {
      resolution.choices++;
      return this.open.get(node);
    }
    if (resolution.depth >= maximumDepth) {
      return new Unknown(`it is nested more than ${maximumDepth} levels deep`, '…');
    }
    const choicesBefore = resolution.choices;
    resolution.depth++;
    try {
      const value = this.compute(node);
      if (resolution.choices === choicesBefore) this.decided.set(node, value);
      else if (!resolution.world) this.open.set(node, value);
      return value;
    } finally {
      resolution.depth--;
    }
  }

  private compute(node: object): Resolved | undefined {
    if (Array.isArray(node)) return this.computeList(node);
    const call = callOf(node);
    return call ? intrinsicFunctions[call.name](call.argument, this) : this.computeObject(node as JsonObject);
  }

  /** The very list where nothing in it had to be worked out: most of a template. */
  private computeList(node: readonly unknown[]): Resolved {
    let items: (Resolved | undefined)[] | undefined;
    for (let index = 0; index < node.length; index++) {
      const item = this.resolve(node[index]);
      if (item !== node[index]) items ??= node.slice(0, index) as Resolved[];
      items?.push(item);
    }
    return items ? presentIn(items) : (node as readonly Resolved[]);
  }

  /** The very object where nothing in it had to be worked out. */
  private computeObject(node: JsonObject): Resolved {
    const keys = Object.keys(node);
    let values: (Resolved | undefined)[] | undefined;
    for (let index = 0; index < keys.length; index++) {
      const value = this.resolve(node[keys[index]]);
      if (value !== node[keys[index]]) values ??= keys.slice(0, index).map((key) => node[key] as Resolved);
      values?.push(value);
    }
    if (!values) return node as { readonly [key: string]: Resolved };
    const entries = keys.map((key, index) => [key, values[index]] as const);
    return Object.fromEntries(entries.filter((entry): entry is readonly [string, Resolved] => entry[1] !== undefined));
  }
}

/** Whether a key is the name of an intrinsic function. */
export function isFunction(key: string): boolean {
  return Object.hasOwn(intrinsicFunctions, key);
}

/** The call of an intrinsic function that an object stands for. */
export function callOf(node: unknown): { readonly name: string; readonly argument: unknown } | undefined {
  if (!isObject(node)) return undefined;
  // A macro may change what stands beside it too.
  if (Object.hasOwn(node, 'Fn::Transform')) return { name: 'Fn::Transform', argument: node['Fn::Transform'] };
  let only: string | undefined;
  for (const name in node) {
    if (only !== undefined) return undefined;
    only = name;
  }
  if (only === undefined || !isFunction(only)) return undefined;
  return { name: only, argument: node[only] };
}
