import { type CfnResource, Fn, Names } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as networkfirewall from 'aws-cdk-lib/aws-networkfirewall';
import { Construct } from 'constructs';
import { acknowledgeRouteOfNatGateway } from './firewall-acknowledgements';
import { holdAsMade } from './firewall-held';
import { enforce } from '../enforced/enforced';
import { Sandbox } from '../sandbox/sandbox';

export interface FirewallZoneProps {
  readonly vpcId: string;
  readonly availabilityZone: string;
  /** For the firewall endpoint, and for the NAT gateway. */
  readonly ranges: readonly [firewall: string, nat: string];
  /** The subnet of functions in this zone. */
  readonly functions: ec2.ISubnet;
  readonly policyArn: string;
  readonly internetGatewayId: string;
  readonly attachment: CfnResource;
}

const everywhere = '0.0.0.0/0';

/**
 * The way out of one zone: functions, firewall endpoint, NAT gateway, internet gateway; and the same way back.
 *
 * Each zone has a firewall of its own. What is paid for is the endpoint, of which a zone has one in any case; and only of a
 * firewall with one endpoint does a template know which it is, because AWS lists them in no order.
 *
 * Answers come back by a route that is more specific than the one within the VPC, which has to name a whole subnet.
 *
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/arch-igw-ngw.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-networkfirewall-firewall.html#aws-resource-networkfirewall-firewall-return-values
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html#route-tables-appliance-routing
 */
export class FirewallZone extends Construct {
  public readonly subnets: readonly ec2.ISubnet[];
  public readonly firewall: networkfirewall.CfnFirewall;

  constructor(scope: Construct, id: string, props: FirewallZoneProps) {
    super(scope, id);
    const [front, outside] = (['Firewall', 'Nat'] as const).map((kind, n) =>
      this.subnet(`${kind}Subnet`, props, props.ranges[n]),
    );
    this.subnets = [front, outside];
    this.firewall = this.firewallIn(front, props);
    const endpoint = Fn.select(1, Fn.split(':', Fn.select(0, this.firewall.attrEndpointIds)));

    this.route('ToFirewall', props.functions, everywhere, { vpcEndpointId: endpoint });
    this.route('ToNat', front, everywhere, { natGatewayId: this.natIn(outside, props.attachment) });
    const toInternet = this.route('ToInternet', outside, everywhere, { gatewayId: props.internetGatewayId });
    toInternet.node.addDependency(props.attachment);
    acknowledgeRouteOfNatGateway(toInternet);
    this.route('Back', outside, props.functions.ipv4CidrBlock, { vpcEndpointId: endpoint });
  }

  /** What an injector makes of it is set back. */
  private subnet(id: string, { vpcId, availabilityZone }: FirewallZoneProps, cidrBlock: string): ec2.ISubnet {
    const subnet = new ec2.Subnet(this, id, { vpcId, availabilityZone, cidrBlock, mapPublicIpOnLaunch: false });
    const values = { VpcId: vpcId, CidrBlock: cidrBlock, MapPublicIpOnLaunch: false };
    enforce(
      this,
      subnet.node.defaultChild as CfnResource,
      Object.entries(values).map(([path, value]) => ({
        path,
        value,
        rule: 'network-isolated-open',
        instead: 'leave the subnets of the firewall as they are',
      })),
    );
    return subnet;
  }

  /** Without protection in a sandbox, which is to be thrown away. */
  private firewallIn(subnet: ec2.ISubnet, { vpcId, policyArn }: FirewallZoneProps): networkfirewall.CfnFirewall {
    const isProtected = !Sandbox.isEnabled(this);
    const firewall = new networkfirewall.CfnFirewall(this, 'Firewall', {
      firewallName: Names.uniqueResourceName(this, { maxLength: 128, separator: '-' }),
      vpcId,
      firewallPolicyArn: policyArn,
      subnetMappings: [{ subnetId: subnet.subnetId }],
      deleteProtection: isProtected,
      subnetChangeProtection: isProtected,
      firewallPolicyChangeProtection: isProtected,
    });
    holdAsMade(this, firewall, 'network-isolated-open');
    return firewall;
  }

  private natIn(subnet: ec2.ISubnet, attachment: CfnResource): string {
    const address = new ec2.CfnEIP(this, 'Address', { domain: 'vpc' });
    const gateway = new ec2.CfnNatGateway(this, 'NatGateway', {
      subnetId: subnet.subnetId,
      allocationId: address.attrAllocationId,
    });
    for (const resource of [address, gateway]) {
      resource.node.addDependency(attachment);
      holdAsMade(this, resource, 'network-isolated-open');
    }
    return gateway.attrNatGatewayId;
  }

  private route(
    id: string,
    from: ec2.ISubnet,
    destinationCidrBlock: string,
    to: Pick<ec2.CfnRouteProps, 'vpcEndpointId' | 'natGatewayId' | 'gatewayId'>,
  ): ec2.CfnRoute {
    const { routeTableId } = from.routeTable;
    const route = new ec2.CfnRoute(this, id, { routeTableId, destinationCidrBlock, ...to });
    holdAsMade(this, route, 'network-isolated-open');
    return route;
  }
}
