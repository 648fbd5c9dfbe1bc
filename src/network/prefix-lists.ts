import { isDeepStrictEqual } from 'node:util';
import { Aws, CfnMapping, Stack, Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import type { GatewayPrefixLists } from './isolated-network-props';
import type { NetworkFunction } from './network-function';
import type { EndpointService } from '../facts/endpoint-services';
import { gatewayPrefixLists, type GatewayService } from '../facts/gateway-prefix-lists';

const MAPPING = 'GatewayPrefixLists';

/** What is in the way to a gateway, where the list of its addresses is not known. */
export function prefixListObstacle(
  scope: Construct,
  service: string,
  given: GatewayPrefixLists = {},
): string | undefined {
  const { region } = Stack.of(scope);
  if (!isKnown(service)) return `the addresses of '${service}' are not known, so that no security group can name them`;
  if (given[service] !== undefined || Token.isUnresolved(region) || gatewayPrefixLists[region]) return undefined;
  return `the prefix list of '${service}' in '${region}' is not known: give it as 'prefixLists' of the network, 'aws ec2 describe-prefix-lists --region ${region}' tells it`;
}

/** Lets a function out to the addresses of the service, which only the gateway has a route to. */
export function openGateway({ fn }: NetworkFunction, { name }: EndpointService, given?: GatewayPrefixLists): void {
  const list = ec2.Peer.prefixList(prefixListOf(fn, name, given));
  fn.connections.allowTo(list, ec2.Port.tcp(443), `to the gateway of ${name}`);
}

/** Whether it is the list of a gateway, as it stands in the template of the function. */
export function isGatewayList(id: unknown, { fn }: NetworkFunction, given?: GatewayPrefixLists): boolean {
  const stack = Stack.of(fn);
  return ['s3', 'dynamodb']
    .filter((service) => prefixListObstacle(fn, service, given) === undefined)
    .some((service) => isDeepStrictEqual(stack.resolve(prefixListOf(fn, service, given)), id));
}

function prefixListOf(scope: Construct, service: string, given: GatewayPrefixLists = {}): string {
  const { region } = Stack.of(scope);
  if (!isKnown(service)) throw new Error(`${scope.node.path}: no prefix list of '${service}'`);
  const known = given[service] ?? gatewayPrefixLists[region]?.[service];
  return known ?? mappingIn(Stack.of(scope)).findInMap(Aws.REGION, service);
}

function isKnown(service: string): service is GatewayService {
  return service === 's3' || service === 'dynamodb';
}

/** A stack for any region finds out when it is deployed; in a region that is not in the list that fails. */
function mappingIn(stack: Stack): CfnMapping {
  const known = stack.node.tryFindChild(MAPPING);
  return known instanceof CfnMapping ? known : new CfnMapping(stack, MAPPING, { mapping: { ...gatewayPrefixLists } });
}
