import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import { handlersOfCustomResources } from './custom-resource-handlers';
import type { IsolatedNetworkProps } from './isolated-network-props';
import { foreignResources } from './named-resources';
import type { NetworkAcls } from './network-acls';
import { NetworkEndpoints } from './network-endpoints';
import type { NetworkFunction } from './network-function';
import type { Reach } from './network-members';
import { isGatewayList, openGateway, prefixListObstacle } from './prefix-lists';
import type { SharedEndpoints } from './shared-endpoints';
import type { EndpointService } from '../facts/endpoint-services';
import { endpointServicesOf } from '../facts/endpoint-services';
import { monthlyCostOfInterfaceEndpoint } from '../facts/network-prices';

/** Ways through endpoints that the network makes when the first function needs them. */
export class NetworkReach implements Reach {
  private readonly choice: NetworkEndpoints;

  constructor(
    private readonly vpc: ec2.Vpc,
    private readonly endpoints: SharedEndpoints,
    private readonly acls: NetworkAcls,
    private readonly props: IsolatedNetworkProps,
  ) {
    this.choice = props.endpoints ?? NetworkEndpoints.gateways();
  }

  public obstacle({ type, name }: EndpointService): string | undefined {
    if (type === 'Gateway') return prefixListObstacle(this.vpc, name, this.props.prefixLists);
    if (this.choice._allows(name)) return undefined;
    const zones = this.vpc.availabilityZones.length;
    const cost = monthlyCostOfInterfaceEndpoint(zones).toFixed(2);
    return `it needs the interface endpoint '${name}', for about $${cost} a month in ${zones} zones; allow it with 'endpoints: NetworkEndpoints.only('${name}')' of '${this.vpc.node.path}', or 'NetworkEndpoints.onDemand()'`;
  }

  public open(member: NetworkFunction, service: EndpointService): void {
    this.endpoints.name(service.name, foreignResources(member, service));
    if (service.type === 'Interface') {
      this.endpoints.interface(service, member);
      return;
    }
    this.endpoints.gateway(service, member);
    this.acls.openToGateways();
    openGateway(member, service, this.props.prefixLists);
  }

  public isList(id: unknown, member: NetworkFunction): boolean {
    return isGatewayList(id, member, this.props.prefixLists);
  }

  public unasked(members: readonly NetworkFunction[]): readonly (readonly [NetworkFunction, EndpointService])[] {
    const handlers = handlersOfCustomResources(this.vpc, members);
    this.endpoints.answersCloudFormation = handlers.length > 0;
    return handlers.flatMap((handler) => (s3 ? [[handler, s3] as const] : []));
  }
}

const s3 = endpointServicesOf('s3')?.find(({ type }) => type === 'Gateway');
