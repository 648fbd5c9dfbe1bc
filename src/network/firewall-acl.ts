import type { CfnResource } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { acknowledgeAnswers } from './firewall-acknowledgements';
import { holdAsMade } from './firewall-held';
import { aclAcknowledgements } from './network-acknowledgements';
import { acknowledge } from '../acknowledgement/acknowledgement';

/**
 * The ports that answers come back to; a NAT gateway and functions use all from 1024.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports
 */
const answered = ec2.AclTraffic.tcpPortRange(1024, 65_535);
const https = ec2.AclTraffic.tcpPort(443);

export interface FirewallAclProps {
  readonly vpc: ec2.IVpc;
  /** Those of the firewall endpoints and of the NAT gateways. */
  readonly subnets: readonly ec2.ISubnet[];
  /** The ranges of the subnets of functions. */
  readonly functions: readonly string[];
}

/**
 * Lets HTTPS of functions out, and its answers back to them: nothing else passes the firewall endpoints and the NAT gateways.
 *
 * The firewall drops what belongs to a connection; UDP, which has none to wait for, is stopped here and by the groups.
 */
export class FirewallAcl extends Construct {
  constructor(scope: Construct, id: string, { vpc, subnets, functions }: FirewallAclProps) {
    super(scope, id);
    const acl = new ec2.NetworkAcl(this, 'Acl', { vpc, subnetSelection: { subnets: [...subnets] } });
    acknowledge(acl, aclAcknowledgements);
    const { INGRESS, EGRESS } = ec2.TrafficDirection;
    const add = (
      name: string,
      direction: ec2.TrafficDirection,
      number: number,
      cidr: ec2.AclCidr,
      ports: ec2.AclTraffic,
    ) => {
      const entry = acl.addEntry(name, { direction, ruleNumber: number, cidr, traffic: ports });
      holdAsMade(this, entry.node.defaultChild as CfnResource, 'nacl-open');
      return entry;
    };
    functions.forEach((range, n) => {
      add(`RequestsOf${n + 1}`, INGRESS, 100 + n, ec2.AclCidr.ipv4(range), https);
      add(`AnswersTo${n + 1}`, EGRESS, 100 + n, ec2.AclCidr.ipv4(range), answered);
    });
    add('Requests', EGRESS, 200, ec2.AclCidr.anyIpv4(), https);
    acknowledgeAnswers(add('Answers', INGRESS, 200, ec2.AclCidr.anyIpv4(), answered));
  }
}
