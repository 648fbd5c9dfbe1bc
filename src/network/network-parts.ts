import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { refuseWaysOut } from './ways-out';
import { enforce, render } from '../enforced/enforced';
import { isolatedNetworkTag } from '../facts/isolated-network';

/** What must stay as it was made, by type: where subnets are, and which routes and ACL they have. */
const held: Readonly<Record<string, readonly string[]>> = {
  'AWS::EC2::VPC': ['CidrBlock', 'EnableDnsSupport', 'EnableDnsHostnames'],
  'AWS::EC2::Subnet': ['VpcId', 'MapPublicIpOnLaunch'],
  'AWS::EC2::RouteTable': ['VpcId'],
  'AWS::EC2::SubnetRouteTableAssociation': ['RouteTableId', 'SubnetId'],
  'AWS::EC2::NetworkAcl': ['VpcId'],
  'AWS::EC2::SubnetNetworkAclAssociation': ['NetworkAclId', 'SubnetId'],
};

/**
 * Keeps the parts of a network as they were made, and refuses whatever leads out of them.
 *
 * @param isMadeLater whether the network made it after this was called
 */
export function holdNetwork(network: IConstruct, isMadeLater: (resource: CfnResource) => boolean): void {
  const made = network.node.findAll().filter(CfnResource.isCfnResource);
  for (const resource of made) {
    const paths = held[resource.cfnResourceType];
    if (paths) hold(network, resource, paths);
  }
  const vpc = made.find(({ cfnResourceType }) => cfnResourceType === 'AWS::EC2::VPC');
  if (vpc) holdTag(network, vpc);
  const own = new Set(made);
  refuseWaysOut(made, (resource) => own.has(resource) || isMadeLater(resource));
}

function hold(network: IConstruct, resource: CfnResource, paths: readonly string[]): void {
  const written = (render(resource)?.Properties ?? {}) as Record<string, unknown>;
  enforce(
    network,
    resource,
    paths.map((path) => ({
      path,
      value: written[path],
      rule: 'route-igw',
      instead: 'keep the network as it was made, it has no way out as long as its parts stay together',
    })),
  );
}

/** By the tag the gate knows that the VPC is to have no way out. */
function holdTag(network: IConstruct, vpc: CfnResource): void {
  const isIn = (tags: unknown) =>
    Array.isArray(tags) &&
    (tags as { Key?: unknown; Value?: unknown }[]).some(
      ({ Key, Value }) => Key === isolatedNetworkTag.key && Value === isolatedNetworkTag.value,
    );
  const instead = `keep the tag '${isolatedNetworkTag.key}', by which the gate knows that the network is to be closed`;
  enforce(network, vpc, [{ path: 'Tags', accepts: isIn, rule: 'network-isolated-open', instead }]);
}
