import { Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct, IConstruct } from 'constructs';
import { subnetGroups } from './isolated-network-defaults';
import { aclAcknowledgements } from './network-acknowledgements';
import { acknowledge } from '../acknowledgement/acknowledgement';
import { enforce, render } from '../enforced/enforced';

/** HTTPS of endpoints and of search domains, and the ports of databases, caches and file systems. */
const served = { from: 443, to: 65_535 };

/**
 * The ports that answers come back to: NAT gateways and functions of Lambda use all from 1024.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports
 */
const answered = { from: 1024, to: 65_535 };
const https = { from: 443, to: 443 };

type Direction = 'in' | 'out';
interface Ports {
  readonly from: number;
  readonly to: number;
}

/** What each group of subnets lets through, within the VPC: everything else is denied. */
const within: Readonly<Record<keyof typeof subnetGroups, readonly (readonly [Direction, Ports])[]>> = {
  functions: [
    ['out', served],
    ['in', answered],
  ],
  data: [
    ['in', served],
    ['out', answered],
  ],
  endpoints: [
    ['in', https],
    ['out', answered],
  ],
};

/** The range of IPv6 of a VPC, which it has once it is associated: who reads it earlier finds none. */
export interface Ipv6Block {
  readonly cidr: string;
  /** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpccidrblock.html */
  readonly association: IConstruct;
}

const entryNumbers = { ipv4: 100, ipv6: 110, gateway: 200 } as const;

/**
 * The network ACLs: they say once more, without state and without groups, that nothing but the VPC is reached.
 *
 * ACLs do not filter queries to the resolver of AWS, which is what the DNS firewall is there for.
 */
export class NetworkAcls {
  private readonly ofFunctions: ec2.NetworkAcl;
  private readonly ofGateways = new Set<unknown>();

  constructor(scope: Construct, vpc: ec2.IVpc, cidr: string, ipv6: Ipv6Block | undefined) {
    const acls = Object.entries(subnetGroups).map(([kind, subnetGroupName]) => {
      const acl = new ec2.NetworkAcl(scope, `${subnetGroupName}Acl`, { vpc, subnetSelection: { subnetGroupName } });
      acknowledge(acl, aclAcknowledgements);
      for (const [direction, ports] of within[kind as keyof typeof subnetGroups]) {
        addEntry(acl, direction, entryNumbers.ipv4, ec2.AclCidr.ipv4(cidr), ports);
        if (ipv6 === undefined) continue;
        const entry = addEntry(acl, direction, entryNumbers.ipv6, ec2.AclCidr.ipv6(ipv6.cidr), ports);
        entry.node.addDependency(ipv6.association);
        acknowledgeUnknownRange(entry);
      }
      return acl;
    });
    this.ofFunctions = acls[0];
  }

  /**
   * Lets functions through to gateways: S3 and DynamoDB have public addresses, of which ACLs know no list.
   *
   * The only route to these addresses is the gateway's, and groups name its list.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
   */
  public openToGateways(): void {
    if (this.ofFunctions.node.tryFindChild(entryId('out', entryNumbers.gateway))) return;
    const calls = addEntry(this.ofFunctions, 'out', entryNumbers.gateway, ec2.AclCidr.anyIpv4(), https);
    const answers = addEntry(this.ofFunctions, 'in', entryNumbers.gateway, ec2.AclCidr.anyIpv4(), answered);
    for (const entry of [calls, answers]) this.ofGateways.add(entry.node.defaultChild);
    Validations.of(answers).acknowledge({
      id: 'ServerlessSecurity::nacl-open',
      reason:
        'Answers of S3 and DynamoDB, and of hosts that allowEgressTo names, come from public addresses to any port from 1024; ACLs know no lists and no names. Nothing but gateways and that firewall has a route here, and no group of a function lets anybody in.',
    });
  }

  /** Whether it is an entry that was made for gateways. */
  public made(entry: unknown): boolean {
    return this.ofGateways.has(entry);
  }
}

function addEntry(
  acl: ec2.NetworkAcl,
  direction: Direction,
  ruleNumber: number,
  cidr: ec2.AclCidr,
  { from, to }: Ports,
): ec2.NetworkAclEntry {
  const entry = acl.addEntry(entryId(direction, ruleNumber), {
    cidr,
    ruleNumber,
    traffic: from === to ? ec2.AclTraffic.tcpPort(from) : ec2.AclTraffic.tcpPortRange(from, to),
    direction: direction === 'in' ? ec2.TrafficDirection.INGRESS : ec2.TrafficDirection.EGRESS,
  });
  holdEntry(acl, entry);
  return entry;
}

function entryId(direction: Direction, ruleNumber: number): string {
  return `${direction === 'in' ? 'In' : 'Out'}${ruleNumber}`;
}

function holdEntry(acl: ec2.NetworkAcl, entry: ec2.NetworkAclEntry): void {
  const resource = entry.node.defaultChild as ec2.CfnNetworkAclEntry;
  const written = (render(resource)?.Properties ?? {}) as Record<string, unknown>;
  enforce(
    acl,
    resource,
    ['CidrBlock', 'Ipv6CidrBlock', 'Egress', 'PortRange', 'Protocol', 'RuleAction'].map((path) => ({
      path,
      value: written[path],
      rule: 'nacl-open',
      instead: 'keep the network ACLs, which let nothing through but what stays in the VPC and what goes to gateways',
    })),
  );
}

function acknowledgeUnknownRange(entry: ec2.NetworkAclEntry): void {
  Validations.of(entry).acknowledge({
    id: 'ServerlessSecurity::nacl-open[unknown]',
    reason: 'The range is that of IPv6 of the VPC itself, which AWS chooses at deployment.',
  });
}
