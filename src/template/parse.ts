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

const maximumDepth = 1_000;

/** The parser is loaded for a template that needs it: the CDK writes none. */
function parseYaml(path: string, content: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('./parse-yaml') as typeof import('./parse-yaml')).parseYaml(path, content, maximumDepth);
}
