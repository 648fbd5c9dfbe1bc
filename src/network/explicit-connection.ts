import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IIsolatedNetwork } from './network';
import type { NetworkMembers } from './network-members';
import { findEndpointService } from '../facts/endpoint-services';
import { Refusals } from '../refusals/refusals';

/** Opens the way of a function to a service that is named, not granted. */
export function connectByName(
  network: IIsolatedNetwork,
  members: NetworkMembers,
  fn: lambda.Function,
  name: string,
): void {
  const serviceName = `com.amazonaws.eu-west-1.${name}`;
  const service = findEndpointService(serviceName, 'Gateway') ?? findEndpointService(serviceName);
  const member = members.find(fn);
  const refusals = Refusals.of(network);
  refusals.addIf(
    member === undefined,
    `'connect' of '${fn.node.path}', which is not in this network`,
    "give it the network as 'network'",
  );
  refusals.addIf(
    service === undefined,
    `'connect' to '${name}', which is no service with an endpoint`,
    "write it as in 'com.amazonaws.<region>.<service>'",
  );
  const obstacle = member && service ? members.open(member, service) : undefined;
  refusals.addIf(obstacle !== undefined, `'connect' to '${name}'`, obstacle ?? '');
  refusals.throwIfAny();
}
