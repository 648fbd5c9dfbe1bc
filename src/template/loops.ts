import { isObject, own } from './parse';
import type { JsonObject } from './parse';
import { Alternatives } from './resolved';
import type { Resolved } from './resolved';

/** More than the resources, outputs and properties of any template that CloudFormation takes. */
const maximumTurns = 10_000;

/**
 * Writes out the loops of a template.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
export class Loops {
  private turns = 0;

  constructor(
    private readonly path: string,
    private readonly resolve: (collection: unknown) => Resolved | undefined,
  ) {}

  /** @throws if loops in loops make more than anybody can deploy */
  writeOut(node: unknown): unknown {
    if (Array.isArray(node)) return node.map((item) => this.writeOut(item));
    if (!isObject(node)) return node;
    const entries: [string, unknown][] = [];
    for (const [key, value] of Object.entries(node)) {
      if (isLoop(key)) entries.push(...this.turnsOf(value));
      else entries.push([key, this.writeOut(value)]);
    }
    return Object.fromEntries(entries);
  }

  private turnsOf(loop: unknown): [string, unknown][] {
    const [identifier, collection, body] = Array.isArray(loop) ? (loop as unknown[]) : [];
    if (typeof identifier !== 'string' || !isObject(body)) return [];
    return this.itemsOf(collection).flatMap((item) => {
      if (++this.turns > maximumTurns) {
        throw new Error(`template "${this.path}": its loops "Fn::ForEach" make more than ${maximumTurns} turns`);
      }
      return Object.entries(this.writeOut(put(body, identifier, item)) as JsonObject);
    });
  }

  /** Every value that a turn may have; where nobody knows them, one turn with a value that nobody knows. */
  private itemsOf(collection: unknown): readonly (string | JsonObject)[] {
    const items: unknown[] = [];
    for (const part of Array.isArray(collection) ? collection : [collection]) {
      const resolved = this.resolve(part);
      const lists = resolved instanceof Alternatives ? resolved.branches.map(({ value }) => value) : [resolved];
      for (const list of lists) items.push(...(Array.isArray(list) ? (list as unknown[]) : [list]));
    }
    const known = [...new Set(items.filter((item) => typeof item === 'string' && !item.includes('${')))] as string[];
    return known.length > 0 ? known : [{ 'Fn::Select': ['0', collection] }];
  }
}

export function isLoop(key: string): boolean {
  return key.startsWith('Fn::ForEach::') || key === 'Fn::ForEach';
}

/** Puts the value of a turn wherever the identifier stands, in keys too. */
function put(node: unknown, identifier: string, item: string | JsonObject): unknown {
  if (typeof node === 'string') return typeof item === 'string' ? inText(node, identifier, item) : node;
  if (Array.isArray(node)) return node.map((one) => put(one, identifier, item));
  if (!isObject(node)) return node;
  const keys = Object.keys(node);
  if (keys.length === 1 && own(node, 'Ref') === identifier) return item;
  if (keys.length === 1 && typeof item !== 'string' && typeof node['Fn::Sub'] === 'string') {
    return { 'Fn::Sub': [node['Fn::Sub'], { [identifier]: item }] };
  }
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      typeof item === 'string' ? inText(key, identifier, item) : key,
      put(value, identifier, item),
    ]),
  );
}

/** `&{Name}` stands for the value without what a logical id must not have. */
function inText(text: string, identifier: string, item: string): string {
  if (!text.includes(`{${identifier}}`)) return text;
  return text
    .replaceAll(`\${${identifier}}`, () => item)
    .replaceAll(`&{${identifier}}`, () => item.replace(/[^A-Za-z0-9]/g, ''));
}
