import { isolatedNetworkTag } from '../../../facts/isolated-network';
import { functionPlaces, mayLeaveToInternet, subnetsOfVpc } from '../../../reachability';
import type { Application, Resource } from '../../../template';
import { onceForApplication } from '../../../template/once';
import { vpcPlacementOf } from '../../function/reading/vpc-placement';

/** Whether a VPC says of itself that it has no way out. */
export function isTagged(vpc: Resource): boolean {
  const { key, value } = isolatedNetworkTag;
  return vpc.read('Tags').items.some((tag) => tag.read('Key').is(key) && tag.read('Value').is(value));
}

/** Whether functions run in a VPC from which no packet gets to the internet. */
export function isClosedAroundFunctions(vpc: Resource, app: Application): boolean {
  const subnets = subnetsOfVpc(vpc, app);
  const used = onceForApplication(app, subnetsOfFunctions);
  return (
    subnets.some((subnet) => used.has(subnet)) &&
    subnets.every((subnet) => mayLeaveToInternet(subnet, app).holds === 'no')
  );
}

function subnetsOfFunctions(app: Application): ReadonlyMap<Resource, readonly Resource[]> {
  const bySubnet = new Map<Resource, Resource[]>();
  for (const fn of app.ofType(...Object.keys(functionPlaces))) {
    for (const { target } of vpcPlacementOf(fn).read('SubnetIds').items) {
      if (target?.is('AWS::EC2::Subnet')) bySubnet.set(target, [...(bySubnet.get(target) ?? []), fn]);
    }
  }
  return bySubnet;
}

/** The functions that run in a subnet. */
export function functionsIn(subnet: Resource, app: Application): readonly Resource[] {
  return onceForApplication(app, subnetsOfFunctions).get(subnet) ?? [];
}
