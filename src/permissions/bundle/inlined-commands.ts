import type { CallExpression, Class, Expression, Node } from 'acorn';
import type { Binding, Definition } from './program/definition';
import type { Program } from './program/program';
import { keyOf, memberName, textOf } from './program/syntax';
import type { Value } from './value';

/** Of the clients that credentials come from, with the inside of the SDK: their commands are none of the function's. */
const ofCredentials = /^(?:SSO|SSOOIDC|Signin|CognitoIdentity)Client$/;
const ofRoles = /^AssumeRole(?:WithWebIdentity)?$/;
/** What clients call by themselves where it is needed: for directory buckets, and for endpoints of a cell. */
const ofClients = /^(?:CreateSession|DescribeEndpoints)$/;

/**
 * The classes of a program that are commands of the SDK, and those that have all commands of a client as their methods,
 * where esbuild put the SDK into the bundle class by class.
 */
export function inlinedCommands(program: Program): ReadonlyMap<object, Value> {
  const commands = new Map<object, Value>();
  const bindings = new Set<Binding>();
  for (const { references } of program.units) {
    for (const { node, scope } of references) {
      const binding = scope.find(node.name);
      if (binding) bindings.add(binding);
    }
  }
  for (const { definitions } of bindings) {
    for (const definition of definitions) {
      if (definition.kind !== 'class') continue;
      const command = libraryOf(definition.node) ?? commandOf(program, definition.node);
      if (command) commands.set(definition.node, command);
    }
  }
  for (const { node } of program.calls) noteAggregated(program, node as CallExpression, commands);
  return commands;
}

const upload: Value = { kind: 'export', module: '@aws-sdk/lib-storage', name: 'Upload' };
const document: Value = { kind: 'export', module: '@aws-sdk/lib-dynamodb', name: 'DynamoDBDocument' };

/** The classes that call for their caller, by methods that no other class has. */
function libraryOf({ body }: Class): Value | undefined {
  const methods = new Set(
    body.body.flatMap((each) => (each.type === 'MethodDefinition' ? (keyOf(each.key as Expression) ?? []) : [])),
  );
  if (methods.has('__uploadUsingPut')) return upload;
  return methods.has('transactWrite') && methods.has('batchExecuteStatement') ? document : undefined;
}

/** `class extends command(endpoint, middleware, "PutObject", schema)`, or as earlier versions of the SDK say it. */
function commandOf(program: Program, { superClass }: Class): Value | undefined {
  if (superClass?.type !== 'CallExpression') return undefined;
  const [, , operation] = superClass.arguments;
  const text = operation && operation.type !== 'SpreadElement' ? textOf(operation) : undefined;
  if (text !== undefined && superClass.callee.type === 'Identifier') {
    const client = builtBy(program.binding(superClass.callee)?.definitions ?? []);
    return client === undefined ? undefined : exported(client, text);
  }
  const named = namedIn(superClass);
  return named && exported(named.client, named.command.replace(/Command$/, ''));
}

function exported(client: string, operation: string): Value | undefined {
  if (ofCredentials.test(client) || (client === 'STSClient' && ofRoles.test(operation))) return undefined;
  if (ofClients.test(operation)) return undefined;
  const name = client.replace(/Client$/, '').toLowerCase();
  return { kind: 'export', module: `@aws-sdk/client-${name}`, name: `${operation}Command` };
}

/** `makeBuilder(parameters, "AmazonS3", "S3Client", plugin)` */
function builtBy(definitions: readonly Definition[]): string | undefined {
  for (const definition of definitions) {
    if (definition.kind !== 'expression' || definition.node.type !== 'CallExpression') continue;
    const client = definition.node.arguments[2];
    const text = client && client.type !== 'SpreadElement' ? textOf(client) : undefined;
    if (text?.endsWith('Client')) return text;
  }
  return undefined;
}

/** `Command.classBuilder()….n("S3Client", "PutObjectCommand")…` */
function namedIn(node: Expression): { client: string; command: string } | undefined {
  let call: Expression = node;
  while (call.type === 'CallExpression' && call.callee.type === 'MemberExpression') {
    const [client, command] = call.arguments.map((each) => (each.type === 'SpreadElement' ? undefined : textOf(each)));
    if (memberName(call.callee) === 'n' && client?.endsWith('Client') && command) return { client, command };
    if (call.callee.object.type === 'Super') return undefined;
    call = call.callee.object;
  }
  return undefined;
}

/** `createAggregatedClient({ PutObjectCommand, … }, S3)` */
function noteAggregated(program: Program, { arguments: given }: CallExpression, commands: Map<object, Value>): void {
  const [list, made] = given;
  if (made?.type !== 'Identifier' || list?.type !== 'Identifier') return;
  const object = program
    .binding(list)
    ?.definitions.find((definition) => definition.kind === 'expression' && definition.node.type === 'ObjectExpression');
  if (object?.kind !== 'expression' || object.node.type !== 'ObjectExpression') return;
  const [first] = object.node.properties;
  if (first?.type !== 'Property' || !/Command$/.test(keyOf(first.key) ?? '') || first.value.type !== 'Identifier') {
    return;
  }
  const command = program
    .binding(first.value)
    ?.definitions.flatMap((definition) =>
      definition.kind === 'class' ? (commands.get(definition.node) ?? []) : [],
    )[0];
  if (command?.kind !== 'export') return;
  for (const definition of program.binding(made)?.definitions ?? []) {
    if (definition.kind === 'class') {
      commands.set(definition.node, { kind: 'export', module: command.module, name: 'All' });
    }
  }
}

/** The classes that are no command, and call several by themselves. */
export function librariesAmong(inlined: ReadonlyMap<object, Value>): readonly Node[] {
  return [...inlined].flatMap(([node, value]) => (value === upload || value === document ? [node as Node] : []));
}
