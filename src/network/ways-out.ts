import type { CfnResource } from 'aws-cdk-lib';
import type { JudgedReferrers } from '../enforced/second-writer';
import { judgeReferrers } from '../enforced/second-writer';

type Way = Pick<JudgedReferrers, 'type' | 'property'> & { readonly because: string };

/** Whatever names a VPC and leads out of it, or around its DNS firewall. */
const outOfVpc: readonly Way[] = [
  ['AWS::EC2::VPCGatewayAttachment', 'VpcId', 'attaches a gateway to the internet or to another network'],
  ['AWS::EC2::EgressOnlyInternetGateway', 'VpcId', 'lets IPv6 out to the internet'],
  ['AWS::EC2::NatGateway', 'VpcId', 'lets everything out to the internet'],
  ['AWS::EC2::CarrierGateway', 'VpcId', 'connects with the network of a carrier'],
  ['AWS::EC2::VPCPeeringConnection', 'VpcId', 'connects with another VPC'],
  ['AWS::EC2::VPCPeeringConnection', 'PeerVpcId', 'connects with another VPC'],
  ['AWS::EC2::TransitGatewayAttachment', 'VpcId', 'connects with other networks'],
  ['AWS::EC2::TransitGatewayVpcAttachment', 'VpcId', 'connects with other networks'],
  ['AWS::EC2::LocalGatewayRouteTableVPCAssociation', 'VpcId', 'connects with a network on the premises'],
  ['AWS::EC2::ClientVpnEndpoint', 'VpcId', 'lets people in who then are in the network'],
  ['AWS::NetworkManager::VpcAttachment', 'VpcArn', 'connects with a core network'],
  ['AWS::VpcLattice::ServiceNetworkVpcAssociation', 'VpcIdentifier', 'connects with services elsewhere'],
  ['AWS::EC2::VPCDHCPOptionsAssociation', 'VpcId', 'can send name queries past the DNS firewall'],
  ['AWS::Route53Resolver::ResolverRuleAssociation', 'VPCId', 'sends name queries elsewhere'],
  ['AWS::Route53Profiles::ProfileAssociation', 'ResourceId', 'brings rules for names from elsewhere'],
  ['AWS::Route53Resolver::FirewallRuleGroupAssociation', 'VpcId', 'can answer before the DNS firewall of the network'],
  ['AWS::Route53Resolver::FirewallConfig', 'ResourceId', 'can let names through where the DNS firewall fails'],
  ['AWS::EC2::Subnet', 'VpcId', 'is a subnet without the routes and the ACL of the network'],
  ['AWS::EC2::VPCEndpoint', 'VpcId', 'is an endpoint without the policy of the network'],
].map(([type, property, because]) => ({ type, property, because }));

/** Whatever gives a subnet another way, or another ACL. */
const outOfSubnet: readonly Way[] = [
  ['AWS::EC2::NatGateway', 'SubnetId', 'lets everything out to the internet'],
  ['AWS::EC2::SubnetRouteTableAssociation', 'SubnetId', 'gives the subnet other routes'],
  ['AWS::EC2::SubnetNetworkAclAssociation', 'SubnetId', 'gives the subnet another ACL'],
  ['AWS::EC2::TransitGatewayVpcAttachment', 'SubnetIds', 'connects with other networks'],
  ['AWS::Route53Resolver::ResolverEndpoint', 'IpAddresses', 'sends name queries elsewhere'],
].map(([type, property, because]) => ({ type, property, because }));

const outOfRouteTable: readonly Way[] = [
  ['AWS::EC2::Route', 'RouteTableId', 'is a route out of the network'],
  ['AWS::EC2::VPNGatewayRoutePropagation', 'RouteTableIds', 'makes routes that are not in the template'],
].map(([type, property, because]) => ({ type, property, because }));

const intoAcl: readonly Way[] = [
  {
    type: 'AWS::EC2::NetworkAclEntry',
    property: 'NetworkAclId',
    because: 'is an entry of your own in an ACL of the network',
  },
];

const watched: Readonly<Record<string, readonly Way[]>> = {
  'AWS::EC2::VPC': outOfVpc,
  'AWS::EC2::Subnet': outOfSubnet,
  'AWS::EC2::RouteTable': outOfRouteTable,
  'AWS::EC2::NetworkAcl': intoAcl,
};

/**
 * Fails synthesis where anything in the app leads out of a part of the network, by whatever means it was made.
 *
 * @param isOwn whether the network made it
 */
export function refuseWaysOut(parts: readonly CfnResource[], isOwn: (resource: CfnResource) => boolean): void {
  for (const part of parts) {
    for (const { type, property, because } of watched[part.cfnResourceType] ?? []) {
      judgeReferrers(part, {
        type,
        property,
        judge: (referrer) =>
          isOwn(referrer)
            ? []
            : [
                `'${referrer.node.path}' (${referrer.cfnResourceType}) ${because}: remove it, or make a network of its own for what needs it`,
              ],
      });
    }
  }
}
