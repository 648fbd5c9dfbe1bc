import { findAction } from './actions';
import { dependentActionsOf } from './dependent-actions';
import { documentedOperations } from './documented-operations';
import {
  actionsWithoutOperation,
  clientPrefixes,
  documentCommands,
  operationActions,
  waiters,
} from './sdk-operations.generated';

/** What a call of an operation has to be allowed, in the spelling of AWS. */
export interface OperationActions {
  /** One of them has to be granted, whichever the call turns out to need; empty where no permission is needed. */
  readonly oneOf: readonly string[];
  /** What such a call may need besides. */
  readonly also: readonly string[];
}

/**
 * The prefix of the actions of the service that a client of the SDK calls, or `undefined` for a client that is newer than
 * the table.
 *
 * @param client the name of its package after `@aws-sdk/client-`, with dashes or without, in any case: `cloudwatch-logs`
 */
export function servicePrefixOf(client: string): string | undefined {
  const key = client.replace(/[-\s]/g, '').toLowerCase();
  return clients().get(key);
}

/**
 * The actions that authorize an operation of the SDK (`PutObject`), or `undefined` where the sources do not say.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#actions_table
 */
export function actionsOfOperation(client: string, operation: string): OperationActions | undefined {
  const prefix = servicePrefixOf(client);
  return prefix === undefined ? undefined : actionsOfServiceOperation(prefix, operation);
}

/** The same by the prefix of the service. */
export function actionsOfServiceOperation(prefix: string, operation: string): OperationActions | undefined {
  const written = exceptionsOf(prefix).get(operation) ?? findAction(`${prefix}:${operation}`)?.name;
  if (written === undefined) return undefined;
  const [needed, ...others] = written.split('+');
  const oneOf = needed === '' ? [] : needed.split('|').map((name) => spelled(prefix, name));
  return { oneOf, also: [...others.map((name) => spelled(prefix, name)), ...oneOf.flatMap(dependentActionsOf)] };
}

/** The operation that `waitUntil…` calls: `HeadObject` for `ObjectExists`. */
export function operationOfWaiter(client: string, waiter: string): string | undefined {
  const key = client.replace(/-/g, '').toLowerCase();
  const table = Object.keys(waiters).find((name) => name.replace(/-/g, '') === key);
  return table === undefined ? undefined : new Map(pairsOf(waiters[table])).get(waiter);
}

/** The operation of DynamoDB for a command of the document client: `GetItem` for `Get`. */
export function operationOfDocumentCommand(name: string): string | undefined {
  return new Map(pairsOf(documentCommands)).get(name);
}

/**
 * Whether a call of the SDK could be seen for the action: some actions authorize what is no operation of the SDK, such as
 * connecting to a database.
 */
export function isOfOperation(action: string): boolean {
  const [prefix, name] = action.split(':');
  if (name === undefined || !findAction(action)) return false;
  const without = Object.hasOwn(actionsWithoutOperation, prefix) ? actionsWithoutOperation[prefix] : '';
  if (without === '*') return false;
  return services().has(prefix) && !namesIn(without).has(name);
}

function namesIn(table: string): ReadonlySet<string> {
  return new Set(
    table
      .split(/\s+/)
      .map((entry) => entry.split(':'))
      .flatMap(([verb, nouns = '']) => nouns.split(',').map((noun) => `${verb}${noun}`)),
  );
}

/** Services that some client calls: connecting to a database with IAM, for example, has none. */
function services(): ReadonlySet<string> {
  called ??= new Set(clients().values());
  return called;
}

let called: ReadonlySet<string> | undefined;

function clients(): ReadonlyMap<string, string> {
  prefixes ??= new Map(pairsOf(clientPrefixes));
  return prefixes;
}

let prefixes: ReadonlyMap<string, string> | undefined;

function exceptionsOf(prefix: string): ReadonlyMap<string, string> {
  let known = exceptions.get(prefix);
  if (!known) {
    const tables = [operationActions, documentedOperations].map((each) =>
      Object.hasOwn(each, prefix) ? each[prefix] : '',
    );
    known = new Map(tables.flatMap(pairsOf));
    exceptions.set(prefix, known);
  }
  return known;
}

const exceptions = new Map<string, ReadonlyMap<string, string>>();

function spelled(prefix: string, name: string): string {
  return name.includes(':') ? name : (findAction(`${prefix}:${name}`)?.name ?? `${prefix}:${name}`);
}

function pairsOf(table: string): [string, string][] {
  return table
    .split(/\s+/)
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [name, value = name] = entry.split('=');
      return [name, value];
    });
}
