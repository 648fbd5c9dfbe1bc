import { Annotations, Stack } from 'aws-cdk-lib';
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
import { endpointRegionsAsOf, missingIn } from '../facts/endpoint-regions';
import type { EndpointService } from '../facts/endpoint-services';
import { endpointServicesOf } from '../facts/endpoint-services';
import { monthlyCostOfInterfaceEndpoint } from '../facts/network-prices';

/** Ways through endpoints that the network makes when the first function needs them. */
export class NetworkReach implements Reach {
  private readonly choice: NetworkEndpoints;
  /** Those that functions need and that may not be made: all of them have to be allowed together. */
  private readonly refused = new Set<string>();

  constructor(
    private readonly vpc: ec2.Vpc,
    private readonly endpoints: SharedEndpoints,
    private readonly acls: NetworkAcls,
    private readonly props: IsolatedNetworkProps,
  ) {
    this.choice = props.endpoints ?? NetworkEndpoints.gateways();
  }

  public obstacle({ type, name, hosts }: EndpointService): string | undefined {
    if (type === 'Gateway') return prefixListObstacle(this.vpc, name, this.props.prefixLists);
    if (hosts.length === 0) return nameless(name);
    if (this.missing(name) === 'absent') return this.absence(name);
    if (this.choice._allows(name)) return undefined;
    this.refused.add(name);
    const all = [...new Set([...this.choice._named, ...this.refused])].map((one) => `'${one}'`).join(', ');
    const zones = this.vpc.availabilityZones.length;
    const cost = monthlyCostOfInterfaceEndpoint(zones).toFixed(2);
    return `it needs the interface endpoint '${name}', for about $${cost} a month in ${zones} zones; allow it with 'endpoints: NetworkEndpoints.only(${all})' of '${this.vpc.node.path}', or 'NetworkEndpoints.onDemand()'`;
  }

  public open(member: NetworkFunction, service: EndpointService): void {
    this.endpoints.name(service.name, foreignResources(member, service));
    if (service.type === 'Interface') {
      if (this.missing(service.name) === 'unlisted') this.warn(service.name);
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

  private missing(name: string): ReturnType<typeof missingIn> {
    return this.choice._isAvailable(name) ? undefined : missingIn(Stack.of(this.vpc).region, name);
  }

  private absence(name: string): string {
    return `'${name}' has no endpoint in ${this.when}, because AWS has nothing of the service there; call it in a function outside of the network, in a region that has it, and let this one invoke that. Where it has come since, say so with 'NetworkEndpoints.only('${name}').available('${name}')' of '${this.vpc.node.path}'`;
  }

  private warn(name: string): void {
    Annotations.of(this.vpc).addWarningV2(
      `cdk-secure-serverless:unlistedEndpoint-${name}`,
      `AWS does not list '${name}' in ${this.when}, where its endpoint is to be made: the deployment fails if it is not there. If it is, say so with 'available('${name}')' of 'endpoints'`,
    );
  }

  private get when(): string {
    return `'${Stack.of(this.vpc).region}' (as of ${endpointRegionsAsOf})`;
  }
}

/** As long as the names of the service lead to the internet, code that calls it does not find the endpoint. */
function nameless(name: string): string {
  return `the endpoint of '${name}' has no private DNS names: make it in an 'ec2.Vpc' with a private hosted zone of your own, or call the service in a function outside of the network and let this one invoke that`;
}

const s3 = endpointServicesOf('s3')?.find(({ type }) => type === 'Gateway');
