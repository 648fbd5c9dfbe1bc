import { Annotations, Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { ImportedNetworkOptions } from './imported-network-options';
import type { IIsolatedNetwork } from './network';
import type { NetworkFunction } from './network-function';
import type { Reach } from './network-members';
import { NetworkMembers } from './network-members';
import { isGatewayList, openGateway, prefixListObstacle } from './prefix-lists';
import type { EndpointService } from '../facts/endpoint-services';
import { Refusals } from '../refusals/refusals';

const unseen =
  'the routes of its subnets, its network ACLs, the policies of its endpoints, its DNS firewall, its flow logs and its default security group';

/**
 * A VPC that was made elsewhere.
 */
export class ImportedNetwork extends Construct implements IIsolatedNetwork {
  public readonly functionSubnets: ec2.SubnetSelection;
  public readonly dataSubnets: ec2.SubnetSelection;

  constructor(
    scope: Construct,
    id: string,
    public readonly vpc: ec2.IVpc,
    options: ImportedNetworkOptions,
  ) {
    super(scope, id);
    const isolated = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };
    if (options.functionSubnets === undefined) requireIsolatedSubnets(this, vpc);
    this.functionSubnets = options.functionSubnets ?? isolated;
    this.dataSubnets = options.dataSubnets ?? isolated;
    refuseWayOut(this, vpc, vpc.selectSubnets(this.functionSubnets));
    new NetworkMembers(this, new ImportedReach(this, options));
    Annotations.of(this).addWarningV2(
      'cdk-secure-serverless:importedNetwork',
      `the VPC '${vpc.node.path}' was made elsewhere: its chosen subnets are called isolated, and what this library cannot see is ${unseen}`,
    );
  }
}

function requireIsolatedSubnets(network: Construct, vpc: ec2.IVpc): void {
  const refusals = Refusals.of(network);
  refusals.addIf(
    vpc.isolatedSubnets.length === 0,
    `the VPC '${vpc.node.path}' has no isolated subnets`,
    "make some for functions, in two zones or more, or name subnets without a way out in 'functionSubnets'",
  );
  refusals.throwIfAny();
}

function refuseWayOut(network: Construct, vpc: ec2.IVpc, chosen: ec2.SelectedSubnets): void {
  const refusals = Refusals.of(network);
  if (chosen.isPendingLookup) return;
  const ids = (subnets: readonly ec2.ISubnet[]) => new Set(subnets.map(({ subnetId }) => subnetId));
  const [open, outgoing] = [ids(vpc.publicSubnets), ids(vpc.privateSubnets)];
  for (const { subnetId, node } of chosen.subnets) {
    refusals.addIf(open.has(subnetId), `the subnet '${node.path}' for functions is public`, 'choose isolated subnets');
    refusals.addIf(
      outgoing.has(subnetId),
      `the subnet '${node.path}' for functions has a way to the internet`,
      'choose isolated subnets',
    );
  }
  const zones = new Set(chosen.subnets.map(({ availabilityZone }) => availabilityZone));
  refusals.addIf(
    !Token.isUnresolved([...zones]) && zones.size < 2,
    `subnets for functions in ${zones.size} zone(s) are out when that zone is`,
    'choose subnets of two zones or more',
  );
  refusals.throwIfAny();
}

/** Ways through endpoints that are there. */
class ImportedReach implements Reach {
  constructor(
    private readonly network: ImportedNetwork,
    private readonly options: ImportedNetworkOptions,
  ) {}

  public obstacle({ type, name }: EndpointService): string | undefined {
    const { gateways = [], interfaceEndpoints = {}, prefixLists } = this.options;
    if (type === 'Gateway' && gateways.includes(name)) return prefixListObstacle(this.network, name, prefixLists);
    if (interfaceEndpoints[name]) return undefined;
    const [kind, property] = type === 'Gateway' ? ['gateway', 'gateways'] : ['interface', 'interfaceEndpoints'];
    return `the VPC has no ${kind} endpoint for '${name}' that '${this.network.node.path}' knows of: name it in '${property}' of 'fromVpc'`;
  }

  public isList(id: unknown, member: NetworkFunction): boolean {
    return isGatewayList(id, member, this.options.prefixLists);
  }

  public open(member: NetworkFunction, service: EndpointService): void {
    const given = this.options.interfaceEndpoints?.[service.name];
    if (service.type === 'Gateway' && this.options.gateways?.includes(service.name)) {
      openGateway(member, service, this.options.prefixLists);
    } else if (given) {
      member.fn.connections.allowTo(given, ec2.Port.tcp(443), `to the endpoint of ${service.name}`);
    }
  }
}
