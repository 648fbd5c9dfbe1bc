import type { Granting } from './granting';
import { listed } from './path';
import { entryOfMethod } from './rest-entries';
import { entryOfRoute } from './route-entries';
import { isEveryResource } from '../../../iam/broad-patterns';
import type { Application, Resource, Value } from '../../../template';

/** Methods of REST APIs and integrations of HTTP APIs that call a service with a role. */
export function integrationsWith(role: Resource, app: Application): readonly Resource[] {
  return [
    ...app.attachedTo(role, 'AWS::ApiGateway::Method', 'Integration.Credentials'),
    ...app.attachedTo(role, 'AWS::ApiGatewayV2::Integration', 'CredentialsArn'),
  ];
}

/** Names of the entries that lead strangers to an integration. */
export function openEntriesOf(integration: Resource, app: Application): readonly string[] {
  const entries = integration.is('AWS::ApiGateway::Method')
    ? [entryOfMethod(integration)]
    : app.attachedTo(integration, 'AWS::ApiGatewayV2::Route', 'Target').map((route) => entryOfRoute(route, app));
  return entries.flatMap((entry) => (entry?.open === 'yes' ? entry.name : []));
}

/** What an integration needs besides its action: to use the key of a queue or topic, and to write logs. */
const besides = /^(kms|logs|xray):/i;

/** What one statement allows beyond some actions. */
export interface Surplus {
  /** The first of it. */
  readonly at: Value;
  readonly what: string;
}

/** What a statement allows beyond some actions, each on one resource. */
export function beyond({ statement, places, resources }: Granting, used: readonly string[]): Surplus | undefined {
  if (statement.notActions) return places[0] && { at: places[0].at, what: 'everything but some actions' };
  const isEverywhere = (statement.resources ?? []).some((term) => isEveryResource(term, { ofOneType: true }));
  const needed = new Set(used.map((action) => action.toLowerCase()));
  const surplus = places.flatMap(({ at }, index) => {
    const action = statement.actions[index]?.known ?? '';
    const isNeeded = action === '' || besides.test(action) || (needed.has(action.toLowerCase()) && !isEverywhere);
    return isNeeded ? [] : [{ at, action }];
  });
  if (surplus.length === 0) return undefined;
  const actions = listed(surplus.map(({ action }) => action));
  const what = isEverywhere ? `${actions} on ${listed(resources.map(({ arn }) => arn))}` : actions;
  return { at: surplus[0].at, what };
}
