import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { holdEgress } from './function-egress';
import type { IIsolatedNetwork } from './network';
import type { NetworkFunction } from './network-function';
import { NetworkMembers } from './network-members';
import { enforce } from '../enforced/enforced';
import type { Refusals } from '../refusals/refusals';

type PlacedProps = lambda.FunctionOptions & { readonly network?: IIsolatedNetwork };

/** The network that the props name, as such or as the VPC. */
export function networkOf({ network, vpc }: PlacedProps): IIsolatedNetwork | undefined {
  return network ?? (vpc && NetworkMembers.isNetwork(vpc) ? vpc : undefined);
}

/** Refuses what would put the function elsewhere, or open a way that nobody granted. */
export function refusePlacement(props: PlacedProps, refusals: Refusals): void {
  const network = networkOf(props);
  if (!network) return;
  refusals.addIf(
    props.vpc !== undefined && props.vpc !== network.vpc,
    `two networks, '${network.node.path}' and the 'vpc' '${props.vpc?.node.path}'`,
    'a function is in one network: leave one out',
  );
  for (const name of ['securityGroup', 'securityGroups'] as const) {
    refusals.addIf(
      name in props && props[name as 'securityGroups'] !== undefined,
      `'${name}' brings rules that were made for something else`,
      "leave it out, the function has a group of its own; 'connections.allowTo' of the function opens a way to a store",
    );
  }
  for (const name of ['allowAllOutbound', 'allowAllIpv6Outbound', 'allowPublicSubnet'] as const) {
    refusals.addIf(
      props[name] === true,
      `'${name}: true' lets the function out`,
      'leave it out, what the code is granted opens the way to it',
    );
  }
  refusals.addIf(
    props.vpcSubnets !== undefined,
    "'vpcSubnets' of your own",
    'leave them out, functions have subnets of their own in the network',
  );
}

/** Where the L2 puts the function: it makes the group, below the function. */
export function placement(props: PlacedProps): Partial<lambda.FunctionOptions> {
  const network = networkOf(props);
  if (!network) return {};
  return {
    vpc: network.vpc,
    vpcSubnets: network.functionSubnets,
    allowAllOutbound: false,
    allowAllIpv6Outbound: undefined,
  };
}

/** Makes the function a member of its network, whose ways follow what it is granted. */
export function joinNetwork(props: PlacedProps, member: NetworkFunction): void {
  const network = networkOf(props);
  if (!network) return;
  const members = NetworkMembers.of(network);
  members.add(member);
  const { fn, resource } = member;
  const { subnetIds, securityGroupIds } = resource.vpcConfig as lambda.CfnFunction.VpcConfigProperty;
  const rule = 'lambda-egress';
  const instead = 'keep the function in its network, with the group that it has there';
  enforce(fn, resource, [
    { path: 'VpcConfig.SubnetIds', value: subnetIds, rule, instead },
    { path: 'VpcConfig.SecurityGroupIds', value: securityGroupIds, rule, instead },
  ]);
  holdEgress(fn, (id) => members.isList(id, member));
}
