import { Conditions } from './conditions';
import { intrinsicFunctions } from './intrinsic-functions';
import { presentIn } from './list-positions';
import { Parameters } from './parameters';
import { isObject } from './parse';
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
  private readonly decided = new WeakMap<object, { readonly value: Resolved | undefined }>();
  /** Results outside of any world that hold alternatives. */
  private readonly open = new WeakMap<object, { readonly value: Resolved | undefined }>();

  constructor(readonly template: Template) {
    this.conditions = new Conditions(this);
    this.parameters = new Parameters(this);
  }

  get resolution() {
    return this.template.application.resolution;
  }

  /** `undefined` is `AWS::NoValue`, or nothing at all. */
  resolve(node: unknown): Resolved | undefined {
    if (typeof node === 'string') return literal(node);
    if (typeof node === 'number' || typeof node === 'boolean' || node === null) return node;
    if (typeof node !== 'object') return undefined;

    const { resolution } = this;
    const known = this.decided.get(node);
    if (known) return known.value;
    const openBefore = resolution.world ? undefined : this.open.get(node);
    if (openBefore) {
      resolution.choices++;
      return openBefore.value;
    }
    if (resolution.depth >= maximumDepth) {
      return new Unknown(`it is nested more than ${maximumDepth} levels deep`, '…');
    }
    const choicesBefore = resolution.choices;
    resolution.depth++;
    try {
      const value = this.compute(node);
      if (resolution.choices === choicesBefore) this.decided.set(node, { value });
      else if (!resolution.world) this.open.set(node, { value });
      return value;
    } finally {
      resolution.depth--;
    }
  }

  private compute(node: object): Resolved | undefined {
    if (Array.isArray(node)) return presentIn(node.map((item) => this.resolve(item)));
    const call = callOf(node);
    if (call) return intrinsicFunctions[call.name](call.argument, this);
    const entries: [string, Resolved][] = [];
    for (const [key, item] of Object.entries(node)) {
      const value = this.resolve(item);
      if (value !== undefined) entries.push([key, value]);
    }
    return Object.fromEntries(entries);
  }
}

/** The call of an intrinsic function that an object stands for. */
export function callOf(node: unknown): { readonly name: string; readonly argument: unknown } | undefined {
  if (!isObject(node)) return undefined;
  // A macro may change what stands beside it too.
  if (Object.hasOwn(node, 'Fn::Transform')) return { name: 'Fn::Transform', argument: node['Fn::Transform'] };
  const keys = Object.keys(node);
  if (keys.length !== 1) return undefined;
  const [name] = keys;
  return Object.hasOwn(intrinsicFunctions, name) ? { name, argument: node[name] } : undefined;
}
