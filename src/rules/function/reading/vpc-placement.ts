import type { Resource, Value } from '../../../template';

/** By type: what names the subnets and security groups in which code of functions runs, or through which it calls out. */
const places: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'VpcConfig',
  'AWS::Lambda::CapacityProvider': 'VpcConfig',
  'AWS::Lambda::NetworkConnector': 'Configuration.VpcEgressConfiguration',
};

/** The types that put functions into a VPC. */
export const vpcPlacementTypes = Object.keys(places);

/** `SubnetIds` and `SecurityGroupIds` of a resource of {@link vpcPlacementTypes}. */
export function vpcPlacementOf(resource: Resource): Value {
  return resource.read(places[resource.type]);
}
