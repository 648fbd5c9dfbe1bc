import { nameOf } from './told';
import { attributesIn } from './written-ranges';
import type { Resource, Value } from '../template';

/**
 * Whether an instance or a network interface forwards what is meant for others, which it does only if it is told to.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/work-with-nat-instances.html#EIP_Disable_SrcDestCheck
 */
export function isForwarding(machine: Resource): boolean {
  return !machine.read('SourceDestCheck').isTrue && !machine.read('SourceDestCheck').isAbsent;
}

/** What looks at packets before they go on, and the subnets in which they do. */
export interface Inspection {
  readonly name: string;
  readonly subnets: readonly Value[];
  /** The network firewall, where it is one of the app with subnets of its own. */
  readonly firewall?: Resource;
  /** The policy of a network firewall, as it is named. */
  readonly policy?: Value;
}

/** What an endpoint of a route belongs to: a gateway load balancer, or a network firewall. */
export function behindEndpoint(via: Value): Inspection | undefined {
  const target = via.target ?? attributesIn(via).find(({ name }) => /^Endpoint/.test(name))?.resource;
  switch (target?.type) {
    case 'AWS::EC2::VPCEndpoint':
      return { name: nameOf(target), subnets: target.read('SubnetIds').items };
    case 'AWS::NetworkFirewall::Firewall':
      return {
        name: nameOf(target),
        subnets: target.read('SubnetMappings').items.map((one) => one.read('SubnetId')),
        firewall: target,
        policy: target.read('FirewallPolicyArn'),
      };
    case 'AWS::NetworkFirewall::VpcEndpointAssociation':
      return {
        name: nameOf(target),
        subnets: [target.read('SubnetMapping.SubnetId')],
        policy: target.read('FirewallArn').target?.read('FirewallPolicyArn') ?? target.read('FirewallArn'),
      };
    default:
      return undefined;
  }
}
