import { CfnResource, Lazy } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as networkfirewall from 'aws-cdk-lib/aws-networkfirewall';
import { Construct } from 'constructs';
import { FirewallAcl } from './firewall-acl';
import { holdAsMade } from './firewall-held';
import { FirewallPolicy } from './firewall-policy';
import { FirewallZone } from './firewall-zone';
import { holdNetwork } from './network-parts';
import { monthlyCostOfFirewall } from '../facts/network-prices';
import { SecureLogGroup } from '../log-group/secure-log-group';

/** Under this key of a firewall's metadata stands who is let out where and why, and what it costs. */
const EGRESS_METADATA = 'cdk-secure-serverless:egress';

/** Who is let out where, and why. */
export interface AllowedEgress {
  readonly domains: readonly string[];
  readonly reason: string;
  /** The paths of the functions. */
  readonly functions: readonly string[];
}

export interface FirewallEgressProps {
  readonly vpc: ec2.IVpc;
  /** The subnets of functions, one in each zone. */
  readonly functions: readonly ec2.ISubnet[];
  /** Two ranges for each zone. */
  readonly ranges: readonly string[];
  /** What was allowed, as it is known when the app is complete. */
  readonly allowed: () => readonly AllowedEgress[];
}

/** The way out of a network for functions that are named, to hosts that are named, and what is written about it. */
export class FirewallEgress extends Construct {
  private readonly made: ReadonlySet<CfnResource>;

  constructor(scope: Construct, id: string, { vpc, functions, ranges, allowed }: FirewallEgressProps) {
    super(scope, id);
    const domains = () => [...new Set(allowed().flatMap((one) => one.domains))].sort();
    const policy = new FirewallPolicy(this, 'Policy', { domains });
    const gateway = new ec2.CfnInternetGateway(this, 'InternetGateway');
    const attachment = new ec2.CfnVPCGatewayAttachment(this, 'Attachment', {
      vpcId: vpc.vpcId,
      internetGatewayId: gateway.attrInternetGatewayId,
    });
    holdAsMade(this, attachment, 'network-isolated-open');

    const zones = functions.map(
      (subnet, n) =>
        new FirewallZone(this, `Zone${n + 1}`, {
          vpcId: vpc.vpcId,
          availabilityZone: subnet.availabilityZone,
          ranges: [ranges[2 * n], ranges[2 * n + 1]],
          functions: subnet,
          policyArn: policy.arn,
          internetGatewayId: gateway.attrInternetGatewayId,
          attachment,
        }),
    );
    new FirewallAcl(this, 'Acl', {
      vpc,
      subnets: zones.flatMap(({ subnets }) => subnets),
      functions: functions.map(({ ipv4CidrBlock }) => ipv4CidrBlock),
    });
    const alerts = new SecureLogGroup(this, 'Alerts');
    for (const { firewall, node } of zones) {
      logAlerts(this, `AlertsOf${node.id}`, firewall, alerts.logGroupName);
      firewall.addMetadata(
        EGRESS_METADATA,
        Lazy.uncachedAny({ produce: () => ({ allowed: allowed(), dollarsAMonth: monthlyCostOfFirewall(1) }) }),
      );
    }
    this.made = new Set(this.node.findAll().filter(CfnResource.isCfnResource));
    holdNetwork(this, (resource) => this.has(resource));
  }

  /** Whether it is a part of this way out, not something that was put beside its parts. */
  public has(resource: CfnResource): boolean {
    return this.made.has(resource);
  }
}

/** @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/logging-cw-logs.html */
function logAlerts(
  scope: Construct,
  id: string,
  firewall: networkfirewall.CfnFirewall,
  logGroup: string,
): networkfirewall.CfnLoggingConfiguration {
  const logging = new networkfirewall.CfnLoggingConfiguration(scope, id, {
    firewallArn: firewall.attrFirewallArn,
    loggingConfiguration: {
      logDestinationConfigs: [{ logType: 'ALERT', logDestinationType: 'CloudWatchLogs', logDestination: { logGroup } }],
    },
  });
  holdAsMade(scope, logging, 'network-isolated-open');
  return logging;
}
