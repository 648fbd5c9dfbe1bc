import type { Application, Resource, Value } from '../../../template';

/** A rule of a security group: a resource of its own, or an element of the group's list. */
export type TrafficRule = Resource | Value;

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

/** Whether a rule lets every port of every protocol through. */
export function isEveryProtocol(rule: TrafficRule): boolean {
  return rule.read('IpProtocol').is('-1', 'all');
}

/** The ports that a rule is about; `undefined` where they are not known, or where its protocol has none. */
export function portsOf(rule: TrafficRule): { readonly from: number; readonly to: number } | undefined {
  const protocol = rule.read('IpProtocol');
  if (isEveryProtocol(rule)) return { from: 0, to: 65535 };
  if (!protocol.is('tcp', 'udp', '6', '17') && !protocol.isUnknown) return undefined;
  const [from, to] = [rule.read('FromPort'), rule.read('ToPort')];
  if (from.isUnknown || to.isUnknown) return undefined;
  const first = from.number ?? 0;
  return first === -1 ? { from: 0, to: 65535 } : { from: first, to: to.number ?? (from.isAbsent ? 65535 : first) };
}

/** The rules for what goes out of a group, in it and beside it. */
export function allEgressRules(group: Resource, app: Application): readonly TrafficRule[] {
  return [
    ...group.read('SecurityGroupEgress').items,
    ...app.attachedTo(group, 'AWS::EC2::SecurityGroupEgress', 'GroupId'),
  ];
}

/** The routes of the app by which what leaves a subnet may reach the internet. */
export function routesOut(subnet: Resource, app: Application): readonly Resource[] {
  return app
    .attachedTo(subnet, 'AWS::EC2::SubnetRouteTableAssociation', 'SubnetId')
    .flatMap((association) => association.read('RouteTableId').target ?? [])
    .flatMap((table) => app.attachedTo(table, 'AWS::EC2::Route', 'RouteTableId'))
    .filter((route) => ['DestinationCidrBlock', 'DestinationIpv6CidrBlock'].some((to) => isWorld(route.read(to))));
}
