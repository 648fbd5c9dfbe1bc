import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Alias, Document, Node, Tags } from 'yaml';
import { withIndentedFlow } from './flow-indentation';

/**
 * Reads YAML with CloudFormation's short tags as the JSON that it stands for.
 *
 * @throws if the content is not YAML, is nested deeper than `maximumDepth`, or stands for more than anybody writes
 */
export function parseYaml(path: string, content: string, maximumDepth: number): unknown {
  const document = documentIn(path, content);
  const [first] = document.errors;
  const indented = first?.code === 'BAD_INDENT' ? withIndentedFlow(content) : undefined;
  if (indented !== undefined) return parseYaml(path, indented, maximumDepth);
  if (first) throw new Error(`template "${path}" is not valid YAML: ${first.message}`);
  return new PlainYaml(path, document, maximumDepth).convert(document.contents, 0);
}

function documentIn(path: string, content: string): Document.Parsed {
  try {
    return parseDocument(content, {
      logLevel: 'error',
      version: '1.1',
      merge: true,
      customTags: cloudFormationTags,
    });
  } catch (error) {
    throw new Error(`template "${path}" is not valid YAML: ${(error as Error).message}`);
  }
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

/** Turns YAML nodes into plain JSON, short tags into the functions that they stand for. */
class PlainYaml {
  private aliasedNodes = 0;
  private readonly anchors = new WeakMap<Alias, unknown>();

  constructor(
    private readonly path: string,
    private readonly document: Document.Parsed,
    private readonly maximumDepth: number,
  ) {}

  convert(node: unknown, depth: number, aliased = false): unknown {
    if (aliased && ++this.aliasedNodes > maximumAliasedNodes) {
      throw new Error(`template "${this.path}": its aliases stand for more than ${maximumAliasedNodes} nodes`);
    }
    if (depth > this.maximumDepth) {
      throw new Error(`template "${this.path}" is nested more than ${this.maximumDepth} levels deep`);
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
