import { Fn } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { addressPlan } from './address-plan';
import { ClosedDefaultGroup } from './default-group';
import { closeDns } from './dns-firewall';
import type { AllowEgressOptions } from './egress-options';
import { namesOfStores } from './endpoint-names';
import { connectByName } from './explicit-connection';
import { ImportedNetwork } from './imported-network';
import type { ImportedNetworkOptions } from './imported-network-options';
import { defaults, enforced, subnetConfiguration, subnetGroups } from './isolated-network-defaults';
import type { IsolatedNetworkProps } from './isolated-network-props';
import type { IIsolatedNetwork } from './network';
import { vpcAcknowledgements } from './network-acknowledgements';
import { NetworkAcls } from './network-acls';
import { NetworkEgress } from './network-egress';
import { NetworkLogs } from './network-logs';
import { NetworkMembers } from './network-members';
import { holdNetwork } from './network-parts';
import { NetworkReach } from './network-reach';
import { refuseInjected, refusePlan, refuseProps, refuseResources } from './network-refusals';
import { SharedEndpoints } from './shared-endpoints';
import { UnopenableVpc } from './unopenable-vpc';
import { acknowledge } from '../acknowledgement/acknowledgement';
import { isolatedNetworkTag } from '../facts/isolated-network';
import { Refusals } from '../refusals/refusals';

/**
 * A VPC without a way out, in which functions still reach what they were granted.
 *
 * Who gets code to run in a function wants to send out what it finds. Here no subnet has a route to anywhere but the
 * endpoints of the AWS services that the functions were granted; those let through principals of this account to resources
 * of this account; names are answered for these services only; and who tries something else is in the flow log. Give the
 * network to functions as `network`: each gets a security group of its own, whose egress is what it was granted.
 *
 * Functions, data stores and endpoints have subnets of their own in at least two zones, and network ACLs that let through
 * what stays in the VPC. Stores that are given the network as `vpc` land in the subnets for data; let functions in with
 * `store.connections.allowDefaultPortFrom(fn)`. The default security group has no rules.
 *
 * What the code of a function is granted decides which endpoints there are. S3 and DynamoDB have gateways, which are
 * free. An interface endpoint is paid for, and made where `endpoints` says so; without it synthesis fails where the code
 * would time out. Logs, traces, the environment, event sources and failure destinations are Lambda's business, outside
 * of the VPC, and need none. A grant on an encrypted resource lets the function use a key, too: that is no need of an
 * endpoint for KMS, unless `connect` says that the code calls KMS itself.
 *
 * With `ipProtocol: ec2.IpProtocol.DUAL_STACK` all of this holds for IPv6, whose addresses are global: no egress-only gateway, and
 * ACLs for the range of the VPC. Stores are reached over it by functions with `ipv6AllowedForDualStack`; endpoints over IPv4.
 *
 * Where code has to call a host on the internet, an `EgressFunction` outside of the network does it; `allowEgressTo` lets
 * named functions out through a firewall, for hundreds of dollars a month.
 *
 * Throws, with everything that is refused in one error: what the L2 calls gateways, VPNs and subnets of your own, fewer
 * than two zones, `enableDnsSupport` or `enableDnsHostnames: false`, `restrictDefaultSecurityGroup: true` (it adds a
 * helper function), and a range that is too small for the functions that are planned. What is added to the VPC later, by
 * whatever means, fails synthesis.
 *
 * Adds 12 resources for each zone, 25 beside them (7 more with IPv6), and what functions need: 1 for a gateway and 2 entries
 * of an ACL for the first, 2 for an interface endpoint, and for each function 1 or 2 for its way to one. Costs $0.60 for a
 * million name queries, $0.50 for each GB of flow and query logs, $0.30 a month for the metric, cents for the runbook, and
 * for each interface endpoint about $7.30 a month in each zone and $0.01 for each GB; who needs it and what it costs stands
 * in the metadata of each endpoint. The key of the stack is $1 a month.
 *
 * *Deployment*: subnets are sized by `functions` and `concurrency`; a change of these replaces them. Lambda takes one
 * network interface for each function and subnet, of which a VPC has 500 unless that quota is raised, and minutes to
 * make the first. CloudFormation waits for State Manager to close the default security group, which it does again every
 * week. The first query log of an account needs a deployment that may write resource policies of CloudWatch Logs. A stack
 * without a region finds the prefix lists of S3 and DynamoDB in a mapping, which knows 15 regions. Some zones lack some
 * services: then name `availabilityZones`.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 * @see https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/building-a-data-perimeter-on-aws.html
 */
export class IsolatedNetwork extends UnopenableVpc implements IIsolatedNetwork {
  /**
   * A VPC that was made elsewhere, as far as can be seen that the chosen subnets have no way out.
   *
   * Routes of the VPC, its ACLs, the policies of its endpoints and its DNS are not seen: synthesis warns, and says so.
   *
   * Throws when a subnet for functions is public or has a way to the internet, or when there are fewer than two zones.
   *
   * @param scope where the network goes
   * @param id of the network
   * @param vpc usually from `ec2.Vpc.fromLookup` or `ec2.Vpc.fromVpcAttributes`
   * @param options its endpoints, and the subnets for functions
   */
  public static fromVpc(
    scope: Construct,
    id: string,
    vpc: ec2.IVpc,
    options: ImportedNetworkOptions = {},
  ): IIsolatedNetwork {
    return new ImportedNetwork(scope, id, vpc, options);
  }

  /**
   * The subnets of functions.
   */
  public readonly functionSubnets: ec2.SubnetSelection = { subnetGroupName: subnetGroups.functions };

  /**
   * The subnets of data stores, which is where they go unless they are told otherwise.
   */
  public readonly dataSubnets: ec2.SubnetSelection = { subnetGroupName: subnetGroups.data };

  private readonly endpoints: SharedEndpoints;
  private readonly trafficLogs: NetworkLogs;
  private readonly members: NetworkMembers;
  private readonly egress: NetworkEgress;

  constructor(scope: Construct, id: string, props: IsolatedNetworkProps = {}) {
    const refusals = Refusals.ofNew(scope, id);
    refuseProps(refusals, props);
    refusals.throwIfAny();
    const functions = props.functions ?? defaults.functions;
    const plan = addressPlan({ functions, concurrency: props.concurrency ?? defaults.concurrency });
    const ipAddresses = props.ipAddresses ?? ec2.IpAddresses.cidr(props.cidr ?? ec2.Vpc.DEFAULT_CIDR_RANGE);
    const { cidrBlock } = ipAddresses.allocateVpcCidr();
    refusePlan(refusals, props, plan, cidrBlock);
    refusals.throwIfAny();

    const { cidr: _, ...given } = props;
    super(scope, id, {
      ...given,
      ...enforced,
      ipAddresses,
      maxAzs: props.availabilityZones ? undefined : (props.maxAzs ?? defaults.maxAzs),
      subnetConfiguration: subnetConfiguration(plan),
    });
    // Without a feature flag of its own the L2 makes a gateway for IPv6, even where no subnet may use it.
    this.node.tryRemoveChild('EIGW6');
    const injected = Refusals.of(this);
    refuseInjected(injected, this);
    injected.throwIfAny();

    const association = this.node.tryFindChild('ipv6cidr');
    const ipv6 = association && { cidr: Fn.select(0, this.vpcIpv6CidrBlocks), association };
    const acls = new NetworkAcls(this, this, cidrBlock ?? this.vpcCidrBlock, ipv6);
    acknowledge(this.node.findChild('Resource'), vpcAcknowledgements);
    new ClosedDefaultGroup(this, 'DefaultGroup', this.vpcDefaultSecurityGroup, association);
    const { key, value } = isolatedNetworkTag;
    (this.node.defaultChild as ec2.CfnVPC).tags.setTag(key, value);
    this.trafficLogs = new NetworkLogs(this, 'Logs', this);
    this.endpoints = new SharedEndpoints(
      this,
      'Endpoints',
      this,
      { organizationId: props.organizationId },
      props.endpoints?._withoutPolicy ?? [],
    );
    this.members = new NetworkMembers(this, new NetworkReach(this, this.endpoints, acls, props));
    this.egress = new NetworkEgress(this, this.members, acls, cidrBlock);

    closeDns(this, props.dns, () => [...this.endpoints.names, ...namesOfStores(this), ...this.egress.names]);
    const parts = [acls, this.endpoints, this.egress];
    holdNetwork(this, (resource) => parts.some((part) => part.made(resource)));
    this.node.addValidation({ validate: () => this.beyondPlan(functions) });
  }

  /**
   * The network itself.
   */
  public get vpc(): ec2.IVpc {
    return this;
  }

  /**
   * Connections that were turned away, the sum over five minutes. Nothing in an isolated network has a reason to try: put an
   * alarm on it, with `createAlarm`.
   */
  public metricRejected(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return props ? this.trafficLogs.rejected.with(props) : this.trafficLogs.rejected;
  }

  /**
   * Lets a function through to a service that no grant tells of.
   *
   * Throws when the function is not in this network, and when the endpoint may not be made.
   *
   * @param fn a function of this network
   * @param service as in the name of its endpoint: `kms`
   */
  public connect(fn: lambda.Function, service: string): void {
    connectByName(this, this.members, fn, service);
  }

  /**
   * Lets principals of this account through to resources of others.
   *
   * ARNs that a grant names with another account in them are let through already; a bucket's says nothing about its account.
   *
   * Throws when an ARN is not one, or means everything.
   *
   * @param service as in the name of its endpoint: `s3`
   * @param arns of the resources
   */
  public allowResources(service: string, ...arns: string[]): void {
    refuseResources(this, arns);
    this.endpoints.name(service, arns);
  }

  /**
   * Lets functions call hosts on the internet themselves, by name, through a firewall; everything else stays closed.
   *
   * Think twice: an `EgressFunction` has hosts called for a function that keeps no way out, costs next to nothing, and
   * decides by the host that is called. This is for code that cannot ask another function to call for it.
   *
   * The firewall lets through TLS that names one of the domains in its first message (SNI), and drops what else is sent, plain
   * HTTP too. **That name is the client's word**: an intruder in one of the functions can connect to an address of theirs and
   * name an allowed domain, which no DNS firewall sees. What limits it is that only the named functions get out at all, on
   * port 443, and that what is turned away is in a log of its own, and who was called in the flow log. AWS looks at the
   * certificate of the server only where a firewall decrypts, which takes a certificate authority that every client trusts.
   * Names are answered for the same domains only. Domains are those of all calls together: which function a connection is
   * from the firewall does not see. A domain with a dot before it lets whoever has a host below it be called.
   *
   * Throws without a reason or functions, for a function that is not in this network, for a domain that is an address, has a
   * `*`, is no full name in lower case or is AWS's own (services have endpoints), for more than 400 domains, and where the end
   * of the VPC's range is not free for two subnets of /28 in each zone.
   *
   * Costs, in `us-east-1`, $0.395 an hour for a firewall endpoint and $0.005 for the address of the NAT gateway behind it, which
   * is free with a firewall, in each zone: about **$585 a month in two zones**, and $0.065 for each GB; other regions are up to
   * twice as dear. Each firewall says in its metadata who is let out where and why, and what it costs. Adds 46 resources in two zones with the first call, 64 in three, and one for
   * each function.
   *
   * *Deployment*: each zone has a firewall of its own, of which an account has 5 in a region unless that quota is raised; it
   * takes about ten minutes. Firewalls are protected against deletion (except in a sandbox): to remove them, switch that off
   * in the console first. CloudFormation cannot give them a key of yours: rules are encrypted with one of AWS's, the log
   * with yours. IPv6 has no way out. The first log of a firewall in an account needs a deployment that may write resource
   * policies of CloudWatch Logs.
   *
   * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateful-rule-groups-domain-names.html
   * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/tls-inspection-considerations.html
   * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/quotas.html
   * @see https://aws.amazon.com/network-firewall/pricing/
   * @see https://aws.amazon.com/vpc/pricing/
   */
  public allowEgressTo(options: AllowEgressOptions): void {
    this.egress.allow(options);
  }

  private beyondPlan(functions: number): string[] {
    const { count } = this.members;
    if (count <= functions) return [];
    return [
      `${count} functions are in a network that is planned for ${functions}: raise its 'functions', which replaces subnets, or make a second network`,
    ];
  }
}
