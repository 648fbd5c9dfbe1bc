import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Alias, Document, Node, Tags } from 'yaml';

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
  let template: unknown;
  try {
    template = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`template "${path}" is not valid JSON: ${(error as Error).message}`);
  }
  refuseDepth(path, template);
  return template;
}

/** Goes no deeper than it allows, because whoever nests a thing too deep for recursion means it. */
function refuseDepth(path: string, node: unknown, depth = 0): void {
  if (typeof node !== 'object' || node === null) return;
  if (depth > maximumDepth) throw new Error(`template "${path}" is nested more than ${maximumDepth} levels deep`);
  if (Array.isArray(node)) for (const item of node) refuseDepth(path, item, depth + 1);
  else for (const key in node) refuseDepth(path, (node as JsonObject)[key], depth + 1);
}

/** Whether a text may be a key of a template: JSON writes its letters as they are, or behind `\u`. */
export function mayHoldKey(content: string, key: string): boolean {
  return !looksLikeJson(content) || content.includes(key) || content.includes('\\u');
}

function parseYaml(path: string, content: string): unknown {
  let document: Document.Parsed;
  try {
    document = parseDocument(content, {
      logLevel: 'error',
      version: '1.1',
      merge: true,
      customTags: cloudFormationTags,
    });
  } catch (error) {
    throw new Error(`template "${path}" is not valid YAML: ${(error as Error).message}`);
  }
  const [first] = document.errors;
  if (first) throw new Error(`template "${path}" is not valid YAML: ${first.message}`);
  return new PlainYaml(path, document).convert(document.contents, 0);
}

/**
 * YAML 1.1, without the tags that CloudFormation leaves out; `y` and `n` are texts.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 */
function cloudFormationTags(tags: Tags): Tags {
  return tags.flatMap((tag): Tags => {
    if (typeof tag === 'string') return [tag];
    if (/:(binary|omap|pairs|set|timestamp)$/.test(tag.tag)) return [];
    return tag.tag.endsWith(':bool') ? [{ ...tag, test: booleanTest(tag) } as typeof tag] : [tag];
  });
}

function booleanTest(tag: Exclude<Tags[number], string>): RegExp {
  const isTrue = 'test' in tag && tag.test?.test('true') === true;
  return isTrue ? /^(?:[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/ : /^(?:[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/;
}

/** What aliases may stand for in one template; what is more was written to exhaust its reader. */
const maximumAliasedNodes = 100_000;
const maximumDepth = 1_000;

/** Turns YAML nodes into plain JSON, short tags into the functions that they stand for. */
class PlainYaml {
  private aliasedNodes = 0;
  private readonly anchors = new WeakMap<Alias, unknown>();

  constructor(
    private readonly path: string,
    private readonly document: Document.Parsed,
  ) {}

  convert(node: unknown, depth: number, aliased = false): unknown {
    if (aliased && ++this.aliasedNodes > maximumAliasedNodes) {
      throw new Error(`template "${this.path}": its aliases stand for more than ${maximumAliasedNodes} nodes`);
    }
    if (depth > maximumDepth) {
      throw new Error(`template "${this.path}" is nested more than ${maximumDepth} levels deep`);
    }
    if (isAlias(node)) return this.convert(this.anchored(node), depth + 1, true);
    return applyTag((node as Node | null)?.tag, this.untagged(node, depth, aliased));
  }

  private anchored(alias: Alias): unknown {
    if (!this.anchors.has(alias)) {
      const anchored = alias.resolve(this.document);
      if (!anchored) throw new Error(`template "${this.path}" is not valid YAML: no anchor "${alias.source}"`);
      this.anchors.set(alias, anchored);
    }
    return this.anchors.get(alias);
  }

  private untagged(node: unknown, depth: number, aliased: boolean): unknown {
    // Neither octal nor decimal: the number of an account, for example.
    if (isScalar(node)) return /^0[0-9]*[89]/.test(node.source ?? '') ? node.source : node.value;
    if (isSeq(node)) return node.items.map((item) => this.convert(item, depth + 1, aliased));
    if (!isMap(node)) return null;
    const entries: [string, unknown][] = [];
    for (const { key, value } of node.items) {
      const name = String(isScalar(key) ? (key.source ?? key.value) : this.convert(key, depth + 1, aliased));
      const plain = this.convert(value, depth + 1, aliased);
      if (name === '<<') entries.unshift(...Object.entries(Object.assign({}, ...[plain].flat().reverse())));
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
