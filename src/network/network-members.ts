import type { IAspect } from 'aws-cdk-lib';
import { AspectPriority, Aspects, Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { EndpointNeed } from './endpoint-needs';
import { endpointNeeds } from './endpoint-needs';
import type { IIsolatedNetwork } from './network';
import type { NetworkFunction } from './network-function';
import type { EndpointService } from '../facts/endpoint-services';
import { SecurityRefusal } from '../refusals/refusals';

const MEMBERS = Symbol.for('cdk-secure-serverless.network-members');

/** How a network lets a function through to a service. */
export interface Reach {
  /** What is in the way to the service, and what to do about it. */
  obstacle(service: EndpointService): string | undefined;
  /** Opens the way from the function to the endpoint. */
  open(member: NetworkFunction, service: EndpointService): void;
  /** Whether it is the prefix list of a gateway, as it is written. */
  isList(id: unknown, member: NetworkFunction): boolean;
  /** What functions reach without a grant, once the app is complete. */
  unasked?(members: readonly NetworkFunction[]): readonly (readonly [NetworkFunction, EndpointService])[];
}

/**
 * The functions of a network, each with the ways to what its code was granted.
 *
 * Ways are opened when the app is complete: grants come in any order, and from other stacks.
 */
export class NetworkMembers implements IAspect {
  public static isNetwork(construct: IConstruct): construct is IIsolatedNetwork {
    return MEMBERS in construct;
  }

  public static of(network: IIsolatedNetwork): NetworkMembers {
    const members = (network as unknown as Record<symbol, NetworkMembers | undefined>)[MEMBERS];
    if (members) return members;
    throw new SecurityRefusal(network.node.path, [
      "this is no network of this library: make an 'IsolatedNetwork', or pass 'IsolatedNetwork.fromVpc(…)'",
    ]);
  }

  private readonly members: NetworkFunction[] = [];
  private readonly opened = new Map<IConstruct, Set<string>>();

  constructor(
    private readonly network: IIsolatedNetwork,
    private readonly reach: Reach,
  ) {
    Object.defineProperty(network, MEMBERS, { value: this, enumerable: false });
    Aspects.of(network).add(this, { priority: AspectPriority.READONLY });
  }

  public get count(): number {
    return this.members.length;
  }

  public isList(id: unknown, member: NetworkFunction): boolean {
    return this.reach.isList(id, member);
  }

  public find(fn: IConstruct): NetworkFunction | undefined {
    return this.members.find((member) => member.fn === fn);
  }

  public add(member: NetworkFunction): void {
    if (
      Stage.of(member.fn) !== Stage.of(this.network) ||
      Stack.of(member.fn).region !== Stack.of(this.network).region
    ) {
      throw new SecurityRefusal(member.fn.node.path, [
        `the network '${this.network.node.path}' is in another stage or region, which is deployed apart: use one beside the function`,
      ]);
    }
    this.members.push(member);
    member.fn.node.addValidation({ validate: () => this.missing(member) });
  }

  public visit(node: IConstruct): void {
    if (node !== this.network) return;
    for (const [member, service] of this.reach.unasked?.(this.members) ?? []) this.open(member, service);
    for (const member of this.members) this.openFor(member);
  }

  /** Opens the way to a service, once; what is in the way where something is. */
  public open(member: NetworkFunction, service: EndpointService): string | undefined {
    const obstacle = this.reach.obstacle(service);
    const opened = this.opened.get(member.fn) ?? new Set();
    this.opened.set(member.fn, opened);
    if (obstacle !== undefined || opened.has(keyOf(service))) return obstacle;
    opened.add(keyOf(service));
    this.reach.open(member, service);
    return undefined;
  }

  private openFor(member: NetworkFunction): void {
    for (const { service } of endpointNeeds(member)) {
      if (service) this.open(member, service);
    }
  }

  /** Asked once everything has run, aspects too: each need without a way, in one sentence. */
  private missing(member: NetworkFunction): string[] {
    return endpointNeeds(member)
      .filter(({ service }) => !service || !this.opened.get(member.fn)?.has(keyOf(service)))
      .map((need) => `'${need.action}' would time out at run time: ${this.obstacleTo(need)}`);
  }

  private obstacleTo({ action, service }: EndpointNeed): string {
    if (!service) {
      return `'${action.split(':')[0]}' has no VPC endpoint: call it in a function outside of the network, and let this one invoke that`;
    }
    return (
      this.reach.obstacle(service) ??
      `an aspect granted it when the ways out of the network were settled: call 'connect(fn, '${service.name}')' of the network`
    );
  }
}

function keyOf({ type, name }: EndpointService): string {
  return `${type} ${name}`;
}
