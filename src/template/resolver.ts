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
    if (Array.isArray(node)) {
      const items = node.map((item) => this.resolve(item));
      return items.every((item, index) => item === node[index]) ? (node as Resolved[]) : presentIn(items);
    }
    const call = callOf(node);
    return call ? intrinsicFunctions[call.name](call.argument, this) : this.computeObject(node as JsonObject);
  }

  /** The very object where nothing in it had to be worked out: most of a template. */
  private computeObject(node: JsonObject): Resolved {
    const keys = Object.keys(node);
    const values = keys.map((key) => this.resolve(node[key]));
    if (keys.every((key, index) => values[index] === node[key])) return node as { readonly [key: string]: Resolved };
    const entries = keys.map((key, index) => [key, values[index]] as const);
    return Object.fromEntries(entries.filter((entry): entry is readonly [string, Resolved] => entry[1] !== undefined));
  }
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
  if (only === undefined || !Object.hasOwn(intrinsicFunctions, only)) return undefined;
  return { name: only, argument: node[only] };
}
