import { rulesOf } from '../../../reachability/security-groups';
import type { TrafficRule } from '../../../reachability/security-groups';
import type { Application, Resource, Value } from '../../../template';

export { isEveryProtocol, portsOf } from '../../../reachability/security-groups';
export type { TrafficRule } from '../../../reachability/security-groups';

export const ingressTypes = ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'] as const;
export const egressTypes = ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupEgress'] as const;

/** The rules for what comes in that a resource of `ingressTypes` has. */
export function ingressRules(resource: Resource): readonly TrafficRule[] {
  return resource.is('AWS::EC2::SecurityGroup') ? resource.read('SecurityGroupIngress').items : [resource];
}

/** The rules for what goes out that a resource of `egressTypes` has. */
export function egressRules(resource: Resource): readonly TrafficRule[] {
  return resource.is('AWS::EC2::SecurityGroup') ? resource.read('SecurityGroupEgress').items : [resource];
}

/** The ranges of addresses that a rule names. */
export function rangesOf(rule: TrafficRule): readonly Value[] {
  return [rule.read('CidrIp'), rule.read('CidrIpv6')].filter((range) => !range.isAbsent);
}

/** Every address there is, of IPv4 or IPv6. */
export function isWorld(range: Value): boolean {
  return /\/0+$/.test(range.text ?? '');
}

/** The rules for what goes out of a group, in it and beside it. */
export function allEgressRules(group: Resource, app: Application): readonly TrafficRule[] {
  return rulesOf(group, 'out', app);
}
