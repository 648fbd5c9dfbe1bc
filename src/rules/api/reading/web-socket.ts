import { protocolOf } from './protocol';
import type { Application, Resource } from '../../../template';

/** Routes on which no authorizer can be set: WebSocket authorizes the connection only. */
export function isAfterConnect(route: Resource): boolean {
  const key = route.read('RouteKey');
  if (key.is('$disconnect')) return true;
  return protocolOf(route) === 'WEBSOCKET' && !key.is('$connect') && !key.isUnknown;
}

/** Without a route for it everybody connects, and calls the others. */
export function letsEverybodyConnect(api: Resource, app: Application): boolean {
  const keys = app.attachedTo(api, 'AWS::ApiGatewayV2::Route', 'ApiId').map((route) => route.read('RouteKey'));
  return keys.length > 0 && api.read('ProtocolType').is('WEBSOCKET') && !keys.some((key) => key.couldBe('$connect'));
}
