import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';

/** An object of a template as it was written, before intrinsic functions are worked out. */
export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands under an own key: a template may call a thing `constructor` or `__proto__`. */
export function own(object: unknown, key: string): unknown {
  return isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

/**
 * Reads a CloudFormation template, JSON or YAML with short tags.
 *
 * @throws if the content is not a template; the message names the file
 */
export function parseTemplate(path: string, content: string): JsonObject {
  if (content.trim() === '') throw new Error(`template "${path}" is empty`);
  const template = looksLikeJson(content) ? parseJson(path, content) : parseYaml(path, content);
  if (!isObject(template)) {
    throw new Error(`"${path}" is not a CloudFormation template: it holds ${describe(template)}, not an object`);
  }
  if (template.Resources !== undefined && !isObject(template.Resources)) {
    throw new Error(`"${path}" is not a CloudFormation template: "Resources" holds ${describe(template.Resources)}`);
  }
  if (!sections.some((section) => isObject(template[section]))) {
    throw new Error(`"${path}" is not a CloudFormation template: it has no "Resources" object`);
  }
  return template;
}

/** A stack without resources has one of these; what has none is something else. */
const sections = ['Resources', 'Parameters', 'Rules', 'Outputs', 'Conditions', 'Mappings', 'Metadata'];

function looksLikeJson(content: string): boolean {
  return /^\uFEFF?\s*\{/.test(content);
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null || value === undefined) return 'nothing';
  return isObject(value) ? 'an object' : `a ${typeof value}`;
}

function parseJson(path: string, content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`template "${path}" is not valid JSON: ${(error as Error).message}`);
  }
}

function parseYaml(path: string, content: string): unknown {
  let document: Document.Parsed;
  try {
    document = parseDocument(content, { logLevel: 'silent', merge: true });
  } catch (error) {
    throw new Error(`template "${path}" is not valid YAML: ${(error as Error).message}`);
  }
  const [first] = document.errors;
  if (first) throw new Error(`template "${path}" is not valid YAML: ${first.message}`);
  return new PlainYaml(path, document).convert(document.contents, 0);
}

/** More than any template that CloudFormation accepts (1 MB) can hold; what is more comes from exploding aliases. */
const maximumNodes = 1_000_000;
const maximumDepth = 1_000;

/** Turns YAML nodes into plain JSON, short tags into the functions that they stand for. */
class PlainYaml {
  private nodes = 0;

  constructor(
    private readonly path: string,
    private readonly document: Document.Parsed,
  ) {}

  convert(node: unknown, depth: number): unknown {
    if (++this.nodes > maximumNodes) {
      throw new Error(`template "${this.path}" expands to more than ${maximumNodes} nodes`);
    }
    if (depth > maximumDepth) {
      throw new Error(`template "${this.path}" is nested more than ${maximumDepth} levels deep`);
    }
    if (isAlias(node)) return this.convert(node.resolve(this.document), depth + 1);
    return applyTag((node as Node | null)?.tag, this.untagged(node, depth));
  }

  private untagged(node: unknown, depth: number): unknown {
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return node.items.map((item) => this.convert(item, depth + 1));
    if (!isMap(node)) return null;
    const entries: [string, unknown][] = [];
    for (const { key, value } of node.items) {
      const name = String(isScalar(key) ? (key.source ?? key.value) : this.convert(key, depth + 1));
      const plain = this.convert(value, depth + 1);
      if (name === '<<') entries.unshift(...Object.entries(Object.assign({}, ...[plain].flat())));
      else entries.push([name, plain]);
    }
    return Object.fromEntries(entries);
  }
}

function applyTag(tag: string | undefined, value: unknown): unknown {
  if (!tag?.startsWith('!') || tag === '!') return value;
  const name = tag.slice(1);
  return { [name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`]: value };
}
