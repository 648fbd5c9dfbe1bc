import type { Application, Resource } from '../../../template';

/** The functions in the network that an endpoint belongs to. */
export function functionsBehind(endpoint: Resource, app: Application): readonly Resource[] {
  const vpc = endpoint.read('VpcId').target;
  if (!vpc) return [];
  const subnets = app.attachedTo(vpc, 'AWS::EC2::Subnet', 'VpcId');
  const functions = subnets.flatMap((subnet) => app.attachedTo(subnet, 'AWS::Lambda::Function', 'VpcConfig.SubnetIds'));
  return [...new Set(functions)];
}
