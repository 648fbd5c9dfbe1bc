import type { Entry } from './entry';
import { withoutAuthorization } from './rest-entries';
import { some } from '../../../iam/truth';
import type { Truth } from '../../../iam/truth';
import type { Application, Resource } from '../../../template';
import { protocolOf } from '../../api/reading/protocol';

/**
 * A route of an HTTP or WebSocket API: WebSocket asks who is calling when the connection is made, and never again.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html
 */
export function entryOfRoute(route: Resource, app: Application): Entry | undefined {
  const key = route.read('RouteKey');
  if (/^OPTIONS\s/i.test(key.text ?? '')) return undefined;
  const api = route.read('ApiId').target;
  const own = { resource: route, at: route.read('AuthorizationType'), name: key.text ?? 'a route', api };
  if (api === undefined) return { ...own, open: withoutAuthorization(own.at) === 'no' ? 'no' : 'unknown' };
  if (protocolOf(route) !== 'WEBSOCKET') return { ...own, open: withoutAuthorization(own.at) };
  if (key.is('$connect')) return { ...own, open: withoutAuthorization(own.at) };
  const connect = connectRoutes(api, app);
  const open: Truth = connect.length === 0 ? 'yes' : some(connect.map(withoutAuthorizationOf));
  return { ...own, at: connect[0]?.read('AuthorizationType') ?? own.at, open };
}

function connectRoutes(api: Resource, app: Application): readonly Resource[] {
  return app
    .attachedTo(api, 'AWS::ApiGatewayV2::Route', 'ApiId')
    .filter((route) => route.read('RouteKey').is('$connect'));
}

function withoutAuthorizationOf(route: Resource): Truth {
  return withoutAuthorization(route.read('AuthorizationType'));
}
