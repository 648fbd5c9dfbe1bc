import type { BundleCalls } from './bundle/bundle-calls';
import { alwaysUsed } from './used-by-lambda';
import { expandActions, findAction } from '../facts/actions';
import { actionsOfOperation, isOfOperation, servicePrefixOf } from '../facts/sdk-operations';
import { matchesWildcards } from '../facts/wildcards';

/** A statement that allows a role something. */
export interface GrantedStatement {
  /** The construct that has it, and what it is about, for a person. */
  readonly origin: string;
  /** In the spelling of the statement, patterns and all; `undefined` where it says what it does not allow. */
  readonly actions?: readonly string[];
  /** The lines of the user's code that granted these actions by it, where that is known. */
  readonly placesOf?: (actions: readonly string[]) => readonly string[];
}

/** What of one statement the code never calls. */
export interface NeverCalled {
  readonly origin: string;
  /** The lines of the user's code that granted it. */
  readonly places: readonly string[];
  readonly service: string;
  readonly actions: readonly string[];
  /** What of the same statement it does call. */
  readonly called: readonly string[];
}

/** An operation that the code calls, and the actions of which one would allow it. */
export interface Missing {
  readonly service: string;
  readonly operation: string;
  readonly oneOf: readonly string[];
}

/**
 * Actions that the grants of the CDK bring along, and that nobody who uses these grants can leave out: told only where the
 * code calls nothing else of their statement.
 */
const companions = new Set([
  'dynamodb:DescribeTable',
  's3:AbortMultipartUpload',
  's3:GetBucketLocation',
  'secretsmanager:DescribeSecret',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
]);

/** What the statements allow and the code never calls. */
export function neverCalled(
  statements: readonly GrantedStatement[],
  { calls, mayCall, unread }: BundleCalls,
  usedElsewhere: readonly string[],
): readonly NeverCalled[] {
  if (unread.some(({ client }) => client === undefined)) return [];
  const unreadServices = new Set(unread.flatMap(({ client }) => (client && servicePrefixOf(client)) ?? []));
  const used = new Set(
    [...calls, ...mayCall].flatMap(({ client, operation }) => {
      const actions = actionsOfOperation(client, operation);
      return actions ? [...actions.oneOf, ...actions.also, `${servicePrefixOf(client)}:${operation}`] : [];
    }),
  );
  // Data of most services is encrypted with keys, which is seen where they are and not where they are called.
  if (used.size > 0 || unread.length > 0 || usedElsewhere.length > 0) unreadServices.add('kms');
  const isUsed = (action: string) =>
    used.has(action) || usedElsewhere.some((pattern) => matchesWildcards(pattern.toLowerCase(), action.toLowerCase()));

  return statements.flatMap(({ origin, actions = [], placesOf }) => {
    const all = [
      ...new Set(
        actions.flatMap((action) => (/[*?]/.test(action) ? expandActions(action) : (findAction(action)?.name ?? []))),
      ),
    ];
    const called = all.filter((action) => used.has(action));
    const unused = all.filter(
      (action) =>
        !isUsed(action) &&
        !alwaysUsed(action) &&
        !unreadServices.has(serviceOf(action)) &&
        isOfOperation(action) &&
        !(companions.has(action) && all.some((other) => isUsed(other))),
    );
    return [...new Set(unused.map(serviceOf))].map((service) => {
      const ofService = unused.filter((action) => serviceOf(action) === service);
      return {
        origin,
        places: placesOf?.(ofService) ?? [],
        service,
        actions: ofService,
        called: called.filter((action) => serviceOf(action) === service),
      };
    });
  });
}

/** What the code calls for certain and no statement allows. */
export function missing(statements: readonly GrantedStatement[], { calls }: BundleCalls): readonly Missing[] {
  const patterns = statements.flatMap(({ actions }) => actions ?? ['*']).map((action) => action.toLowerCase());
  const isGranted = (action: string) => patterns.some((pattern) => matchesWildcards(pattern, action.toLowerCase()));
  return calls.flatMap(({ client, operation }) => {
    const oneOf = actionsOfOperation(client, operation)?.oneOf ?? [];
    const service = servicePrefixOf(client);
    return service === undefined || oneOf.length === 0 || oneOf.some(isGranted) ? [] : [{ service, operation, oneOf }];
  });
}

function serviceOf(action: string): string {
  return action.slice(0, action.indexOf(':'));
}
