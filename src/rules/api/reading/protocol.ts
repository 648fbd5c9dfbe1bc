import type { Resource } from '../../../template';

/** What an API of version 2 speaks, by the API that a stage, route, integration or authorizer belongs to. */
export function protocolOf(resource: Resource): 'HTTP' | 'WEBSOCKET' | undefined {
  const api = resource.is('AWS::ApiGatewayV2::Api') ? resource : resource.read('ApiId').target;
  if (!api?.is('AWS::ApiGatewayV2::Api')) return undefined;
  const protocol = api.read('ProtocolType');
  if (protocol.is('WEBSOCKET')) return 'WEBSOCKET';
  return protocol.is('HTTP') || protocol.isAbsent ? 'HTTP' : undefined;
}
