import type { AnyNode, Expression, ObjectExpression } from 'acorn';
import type { Code } from './code';
import type { Call } from './program/program';
import { keyOf, memberName } from './program/syntax';
import { clientOf } from './sdk-exports';

/**
 * The clients whose credentials are not (all) those of the function, `*` for all: who calls with other credentials is not
 * authorized by its role.
 */
export function foreignClients(code: Code): ReadonlySet<string> {
  const { program, values } = code;
  const foreign = new Set<string>();
  for (const { node } of program.calls.filter(makesInstance)) {
    const [config] = node.arguments;
    const written = !config || config.type === 'SpreadElement' ? [] : values.of(config);
    if (config?.type === 'ObjectExpression' && hasCredentials(config) && isClientClass(node.callee, code)) {
      foreign.add('*');
    }
    if (!written.some((value) => value.kind === 'object' && hasCredentials(value.node))) continue;
    for (const value of values.of(node)) {
      if (value.kind === 'instance') foreign.add(clientOf(value.module) ?? value.module);
    }
  }
  for (const definition of program.members.get('credentials') ?? []) {
    // Somewhere a configuration is put together that has credentials: whose they are cannot be told.
    if (definition.kind === 'expression' && isForeign(definition.node, code)) foreign.add('*');
  }
  return foreign;
}

/** `new S3()`, `DynamoDBDocument.from(client)` */
export function makesInstance({ node }: Call): boolean {
  if (node.type === 'NewExpression') return true;
  return node.callee.type === 'MemberExpression' && memberName(node.callee) === 'from';
}

function isForeign(node: Expression | AnyNode, { values }: Code): boolean {
  return values
    .of(node.type === 'CallExpression' ? node.callee : node)
    .some((value) => value.kind === 'export' && value.module === '@aws-sdk/credential-providers');
}

function hasCredentials(node: ObjectExpression): boolean {
  return node.properties.some((property) => property.type === 'Property' && keyOf(property.key) === 'credentials');
}

/** A client of the SDK that is in the bundle, by what only such a class has. */
function isClientClass(callee: AnyNode, { program, text }: Code): boolean {
  if (callee.type !== 'Identifier') return false;
  return (program.binding(callee)?.definitions ?? []).some(
    (definition) =>
      definition.kind === 'class' && text.slice(definition.node.start, definition.node.end).includes('this.initConfig'),
  );
}
