import type { AnyNode, CallExpression, Expression, Identifier, ImportDeclaration, MemberExpression } from 'acorn';
import type { AnyFunction, Definition } from './definition';

/** `Object.defineProperty(exports, "name", { get: function () { return value; } })`, as compilers write it. */
export function definedProperty(node: CallExpression): { name: string; value: Expression } | undefined {
  const [, key, descriptor] = node.arguments;
  if (node.callee.type !== 'MemberExpression' || memberName(node.callee) !== 'defineProperty') return undefined;
  if (key?.type !== 'Literal' || typeof key.value !== 'string' || descriptor?.type !== 'ObjectExpression') {
    return undefined;
  }
  for (const property of descriptor.properties) {
    if (property.type !== 'Property' || keyOf(property.key) !== 'get') continue;
    const getter = property.value;
    if (getter.type === 'ArrowFunctionExpression' && getter.body.type !== 'BlockStatement') {
      return { name: key.value, value: getter.body };
    }
    const body = isFunction(getter) && getter.body.type === 'BlockStatement' ? getter.body.body : [];
    if (body.length === 1 && body[0].type === 'ReturnStatement' && body[0].argument) {
      return { name: key.value, value: body[0].argument };
    }
  }
  return undefined;
}

/** The names that `export const a = …` and its like export. */
export function declaredBy(node: AnyNode | null | undefined): Identifier[] {
  if (node?.type === 'FunctionDeclaration' || node?.type === 'ClassDeclaration') return node.id ? [node.id] : [];
  if (node?.type !== 'VariableDeclaration') return [];
  return node.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id] : []));
}

/** What of a module an import names, `*` for all of it. */
export function importedName(specifier: ImportDeclaration['specifiers'][number]): string {
  if (specifier.type === 'ImportSpecifier') return nameOf(specifier.imported);
  return specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
}

/** `createPaginator(S3Client, ListObjectsV2Command, "ContinuationToken", …)`, which calls nothing yet. */
export function isPaginator(node: Expression): boolean {
  if (node.type !== 'CallExpression' || node.arguments.length < 4) return false;
  const [client, command, ...tokens] = node.arguments;
  return (
    client.type === 'Identifier' && command.type === 'Identifier' && tokens.every(({ type }) => type === 'Literal')
  );
}

/** `a`, `a.b`, and what esbuild writes for an export: `() => a`. */
export function isPointer(node: Expression): boolean {
  if (node.type === 'Identifier') return true;
  if (node.type === 'MemberExpression') return !node.computed && node.object.type !== 'Super' && isPointer(node.object);
  return (
    node.type === 'ArrowFunctionExpression' &&
    node.params.length === 0 &&
    node.body.type !== 'BlockStatement' &&
    node.body.type !== 'ArrowFunctionExpression' &&
    isPointer(node.body)
  );
}

/** The name of the member, where it is written down. */
export function memberName(node: MemberExpression): string | undefined {
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : undefined;
  return textOf(node.property as Expression);
}

/** The text that an expression is, where it is one. */
export function textOf(node: AnyNode | undefined): string | undefined {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) {
    return node.quasis[0].value.cooked ?? undefined;
  }
  return undefined;
}

export function keyOf(key: AnyNode): string | undefined {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined;
}

export function nameOf(node: Identifier | AnyNode): string {
  return keyOf(node) ?? '';
}

export function definitionOf(node: Expression): Definition {
  if (isFunction(node)) return { kind: 'function', node };
  return node.type === 'ClassExpression' ? { kind: 'class', node } : { kind: 'expression', node };
}

export function isFunction(node: AnyNode): node is AnyFunction {
  return (
    node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression' || node.type === 'FunctionDeclaration'
  );
}

export function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
