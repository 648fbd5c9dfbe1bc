import { internet, meetRanges } from './address-range';
import type { AddressRange } from './address-range';
import { getsThrough, limitOf } from './firewall/limits';
import { passedBy } from './firewall/passed-traffic';
import type { PassedTraffic } from './firewall/passed-traffic';
import { behindEndpoint, isForwarding } from './middleboxes';
import { routesOf, tablesOf } from './route-tables';
import type { Route } from './route-tables';
import { nameOf } from './told';
import type { Truth } from '../iam';
import { all, truthOf } from '../iam/truth';
import type { Application, Resource, Value } from '../template';
import { onceForResource } from '../template/once';

/** A way by which packets leave the VPC of a subnet. */
export interface WayOut {
  /** The addresses that packets are sent to. */
  readonly ranges: readonly AddressRange[];
  /** Whether the packets get out of the VPC. */
  readonly leaves: Truth;
  /** Whether they get to the internet. */
  readonly reachesInternet: Truth;
  /** Whether only what has a public address itself can take it: of IPv4, the way over an internet gateway. */
  readonly needsPublicAddress: boolean;
  /** Whether what is out there gets in by it too: over an internet gateway, to whatever has a public address. */
  readonly letsIn: boolean;
  /** What firewalls on the way let through, from the first to the last. */
  readonly firewalls: readonly PassedTraffic[];
  /** Hop by hop: the route table, the gateway, and what lies behind. */
  readonly path: readonly string[];
  /** The property of the route that leads there first, or the one for which nothing is known. */
  readonly at: Value;
}

type Ending = Pick<WayOut, 'leaves' | 'reachesInternet' | 'path'> &
  Partial<Pick<WayOut, 'needsPublicAddress' | 'letsIn' | 'firewalls'>>;

/** The ways by which packets of a subnet leave its VPC, other than over endpoints of services. */
export function waysOut(subnet: Resource, app: Application): readonly WayOut[] {
  return onceForResource(subnet, waysFrom, app);
}

function waysFrom(subnet: Resource, app: Application): readonly WayOut[] {
  return follow(subnet, [], app);
}

function follow(subnet: Resource, before: readonly Resource[], app: Application): readonly WayOut[] {
  if (before.includes(subnet)) return [];
  const { tables, unseen } = tablesOf(subnet, app);
  const ways = tables.flatMap((table) => [
    ...routesOf(table, app).flatMap((route) => waysOfRoute(route, [...before, subnet], app)),
    ...propagated(table, app),
  ]);
  if (!unseen) return ways;
  const path = ['a route table that is not part of the application'];
  return [...ways, { ...unknowable(path), ...plain, ranges: everywhere, at: unseen }];
}

const everywhere: readonly AddressRange[] = internet;
const plain = { needsPublicAddress: false, letsIn: false, firewalls: [] };

/** What a VPN gateway learns from the other side, it may write into tables. */
function propagated(table: Resource, app: Application): readonly WayOut[] {
  return app.attachedTo(table, 'AWS::EC2::VPNGatewayRoutePropagation', 'RouteTableIds').map((propagation) => ({
    ...plain,
    ranges: everywhere,
    leaves: 'yes',
    reachesInternet: 'unknown',
    path: [nameOf(table), `routes that a VPN gateway propagates (${nameOf(propagation)})`],
    at: propagation.read('RouteTableIds'),
  }));
}

function waysOfRoute(route: Route, subnets: readonly Resource[], app: Application): readonly WayOut[] {
  const table = nameOf(route.resource.read('RouteTableId').target ?? route.resource);
  return endingsOf(route, subnets, app).flatMap((ending) => {
    const { path, needsPublicAddress = false, letsIn = false, firewalls = [], leaves, reachesInternet } = ending;
    const { ranges, isSure } = route.to;
    const isPublic = ranges.some((range) => internet.some((one) => meetRanges(one, range)));
    const way: WayOut = {
      ranges,
      leaves: all([leaves, isSure ? 'yes' : 'unknown']),
      reachesInternet: all([reachesInternet, truthOf(isPublic), isSure ? 'yes' : 'unknown']),
      needsPublicAddress,
      letsIn: letsIn && isPublic,
      firewalls,
      path: [`${table} (${rangeOf(route.resource)})`, ...path],
      at: route.via,
    };
    return way.leaves === 'no' ? [] : [way];
  });
}

function rangeOf(route: Resource): string {
  const destination = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId']
    .map((property) => route.read(property))
    .find((value) => !value.isAbsent);
  return destination?.text ?? 'somewhere';
}

function unknowable(path: readonly string[]): Ending {
  return { leaves: 'unknown', reachesInternet: 'unknown', path };
}

/** Another network, from which there may be a way on to the internet. */
function elsewhere(name: string, reachesInternet: Truth = 'unknown'): readonly Ending[] {
  return [{ leaves: 'yes', reachesInternet, path: [name] }];
}

function endingsOf({ target, via, to }: Route, subnets: readonly Resource[], app: Application): readonly Ending[] {
  const name = via.target ? nameOf(via.target) : (via.text ?? 'something');
  const isIpv6 = to.ranges.every(({ family }) => family === 6);
  switch (target) {
    case 'GatewayId':
      return throughGateway(via, name, isIpv6);
    case 'NatGatewayId':
      return throughNat(via, name, subnets, app);
    case 'EgressOnlyInternetGatewayId':
    case 'CarrierGatewayId':
      return [{ leaves: 'yes', reachesInternet: 'yes', path: [name, 'the internet'] }];
    case 'VpcPeeringConnectionId':
      // Gateways of a VPC are not there for those that it is peered with:
      // https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-limitations
      return elsewhere(name, 'no');
    case 'NetworkInterfaceId':
    case 'InstanceId':
      return throughMachine(via, name, subnets, app);
    case 'VpcEndpointId':
      return throughInspection(via, name, subnets, app);
    default:
      return elsewhere(name);
  }
}

/** A `GatewayId` is an internet gateway, a VPN gateway or, for what comes in, an endpoint of a load balancer. */
function throughGateway(via: Value, name: string, isIpv6: boolean): readonly Ending[] {
  if (via.target?.is('AWS::EC2::VPNGateway') || via.text?.startsWith('vgw-')) return elsewhere(name);
  const isSure = via.target?.is('AWS::EC2::InternetGateway') || via.text?.startsWith('igw-');
  const truth = isSure ? 'yes' : 'unknown';
  return [
    {
      leaves: truth,
      reachesInternet: truth,
      needsPublicAddress: !isIpv6,
      letsIn: true,
      path: [name, ...(isSure ? ['the internet'] : [])],
    },
  ];
}

/**
 * A NAT gateway has a public address, unless it is made as a private one: then it goes on as others in its subnet do.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
 */
function throughNat(via: Value, name: string, subnets: readonly Resource[], app: Application): readonly Ending[] {
  const gateway = via.target?.is('AWS::EC2::NatGateway') ? via.target : undefined;
  if (!gateway) {
    return via.isUnknown
      ? [unknowable([name])]
      : [{ leaves: 'yes', reachesInternet: 'yes', path: [name, 'the internet'] }];
  }
  const connectivity = gateway.read('ConnectivityType');
  const subnet = gateway.read('SubnetId').target;
  const isPublic = !connectivity.is('private');
  if (!subnet?.is('AWS::EC2::Subnet')) {
    const truth = connectivity.isUnknown ? 'unknown' : truthOf(isPublic);
    return [{ leaves: isPublic ? 'yes' : 'unknown', reachesInternet: truth, path: [name, 'the internet'] }];
  }
  return further(follow(subnet, subnets, app), name, isPublic);
}

/** What lies behind something that forwards packets in a subnet, with a public address or without one. */
function further(ways: readonly WayOut[], name: string, hasPublicAddress: boolean): readonly Ending[] {
  return ways
    .filter(({ needsPublicAddress }) => hasPublicAddress || !needsPublicAddress)
    .map(({ leaves, reachesInternet, firewalls, path }) => ({
      leaves,
      reachesInternet,
      firewalls,
      path: [name, ...path],
    }));
}

function throughMachine(via: Value, name: string, subnets: readonly Resource[], app: Application): readonly Ending[] {
  const machine = via.target;
  if (!machine) return [unknowable([name])];
  if (!isForwarding(machine)) return [];
  const inside = machine.read('NetworkInterfaces').items.map((one) => one.read('SubnetId'));
  const subnet = [machine.read('SubnetId'), ...inside].find((one) => one.target)?.target;
  return subnet ? further(follow(subnet, subnets, app), name, true) : [unknowable([name])];
}

function throughInspection(
  via: Value,
  name: string,
  subnets: readonly Resource[],
  app: Application,
): readonly Ending[] {
  const behind = behindEndpoint(via);
  if (!behind) return [unknowable([name])];
  const passed = behind.policy && passedBy(behind.policy);
  const hop = passed ? `${behind.name}${limitOf(passed)}` : behind.name;
  return behind.subnets.flatMap((subnet) => {
    const { target } = subnet;
    if (!target?.is('AWS::EC2::Subnet')) return [unknowable([hop])];
    return follow(target, subnets, app).flatMap((way): Ending[] => {
      const firewalls = passed ? [passed, ...way.firewalls] : way.firewalls;
      const through = getsThrough(firewalls);
      const [leaves, reachesInternet] = [way.leaves, way.reachesInternet].map((truth) => all([truth, through]));
      const { needsPublicAddress } = way;
      return leaves === 'no'
        ? []
        : [{ leaves, reachesInternet, needsPublicAddress, firewalls, letsIn: false, path: [hop, ...way.path] }];
    });
  });
}
