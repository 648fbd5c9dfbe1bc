import type { CfnResource } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { AllowEgressOptions } from './egress-options';
import { maximumDomains, refuseEgress } from './egress-refusals';
import { acknowledgeRule, acknowledgeWayOut } from './firewall-acknowledgements';
import { rangesAtTheEnd } from './firewall-addresses';
import type { AllowedEgress } from './firewall-egress';
import { FirewallEgress } from './firewall-egress';
import { letOutThroughFirewall } from './firewall-egress-rule';
import type { NetworkAcls } from './network-acls';
import type { NetworkMembers } from './network-members';
import { Refusals } from '../refusals/refusals';

/** The way out of a network, which is made when somebody is first let out. */
export class NetworkEgress {
  private readonly allowed: AllowedEgress[] = [];
  private readonly letOut = new Set<lambda.Function>();
  private firewall?: FirewallEgress;

  constructor(
    private readonly network: ec2.Vpc & { readonly functionSubnets: ec2.SubnetSelection },
    private readonly members: NetworkMembers,
    private readonly acls: NetworkAcls,
    private readonly cidr: string | undefined,
  ) {}

  /** The names that have to be answered, as the DNS firewall takes them. */
  public get names(): string[] {
    return this.allowed
      .flatMap(({ domains }) => domains)
      .flatMap((domain) => (domain.startsWith('.') ? [domain.slice(1), `*${domain}`] : [domain]));
  }

  /** Whether it is a part of the way out. */
  public made(resource: CfnResource): boolean {
    return this.firewall?.has(resource) ?? false;
  }

  public allow(options: AllowEgressOptions): void {
    const refusals = Refusals.of(this.network);
    refuseEgress(refusals, options, this.members);
    const domains = new Set([...this.allowed, options].flatMap((one) => one.domains ?? []));
    refusals.addIf(
      domains.size > maximumDomains,
      `'allowEgressTo' of ${domains.size} domains`,
      `name ${maximumDomains} at most`,
    );
    const ranges = this.firewall ? [] : this.freeRanges();
    refusals.addIf(
      ranges === undefined,
      `'allowEgressTo' finds no room at the end of '${this.cidr ?? 'a range that is known at deployment only'}'`,
      "give the network a larger range with 'ipAddresses: ec2.IpAddresses.cidr(…)'",
    );
    refusals.throwIfAny();

    const { reason, functions } = options;
    this.allowed.push({ domains: [...options.domains], reason, functions: functions.map(({ node }) => node.path) });
    if (!this.firewall) this.open(ranges ?? []);
    for (const fn of functions) this.letOutOnce(fn, options);
  }

  private letOutOnce(fn: lambda.Function, { domains, reason }: AllowEgressOptions): void {
    if (!this.letOut.has(fn)) acknowledgeRule(letOutThroughFirewall(fn), reason);
    this.letOut.add(fn);
    acknowledgeWayOut(fn.node.defaultChild!, domains, reason);
  }

  private open(ranges: readonly string[]): void {
    this.acls.openToGateways();
    this.firewall = new FirewallEgress(this.network, 'Egress', {
      vpc: this.network,
      functions: this.subnetsOfFunctions,
      ranges,
      allowed: () => this.allowed,
    });
  }

  private get subnetsOfFunctions(): readonly ec2.ISubnet[] {
    return this.network.selectSubnets(this.network.functionSubnets).subnets;
  }

  private freeRanges(): readonly string[] | undefined {
    const taken = this.network.isolatedSubnets.map(({ ipv4CidrBlock }) => ipv4CidrBlock);
    return rangesAtTheEnd(this.cidr, taken, 2 * this.subnetsOfFunctions.length);
  }
}
