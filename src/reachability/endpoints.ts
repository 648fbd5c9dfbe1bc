import { internet } from './address-range';
import { isServiceBlocked } from './blocked-names';
import { mayConnect } from './connections';
import { letThroughAcl } from './network-acl';
import { placementOf, vpcOf } from './placements';
import type { Placement } from './placements';
import { best, reached, together, unclear, unreached } from './reach';
import type { Reach } from './reach';
import { tablesOf } from './route-tables';
import { letThroughGroups } from './security-groups';
import { nameOf } from './told';
import { both, ephemeralPorts, someOf, trafficTo } from './traffic';
import { endpointServiceName } from '../facts/endpoint-services';
import type { EndpointService } from '../facts/endpoint-services';
import { all } from '../iam/truth';
import type { Application, Resource } from '../template';
import { onceForApplication } from '../template/once';

/** An endpoint of a VPC, and what it reaches. */
export interface ServingEndpoint {
  readonly endpoint: Resource;
  /** For example `ecr.api`; `undefined` where the service is not known, or not one of AWS. */
  readonly service: string | undefined;
  readonly type: 'Gateway' | 'Interface' | 'other';
}

/** The endpoints of a VPC of the app, by everything that the app puts into it. */
export function endpointsIn(vpc: Resource | string, app: Application): readonly ServingEndpoint[] {
  return onceForApplication(app, endpointsByVpc).get(vpc) ?? [];
}

function endpointsByVpc(app: Application): ReadonlyMap<Resource | string, readonly ServingEndpoint[]> {
  const byVpc = new Map<Resource | string, ServingEndpoint[]>();
  for (const endpoint of app.ofType('AWS::EC2::VPCEndpoint')) {
    const vpc = vpcOf(endpoint);
    if (vpc === undefined) continue;
    const type = endpoint.read('VpcEndpointType');
    const serving: ServingEndpoint = {
      endpoint,
      service: endpointServiceName(endpoint.read('ServiceName').text ?? ''),
      type: type.isAbsent || type.is('Gateway') ? 'Gateway' : type.is('Interface') ? 'Interface' : 'other',
    };
    byVpc.set(vpc, [...(byVpc.get(vpc) ?? []), serving]);
  }
  return byVpc;
}

/** The endpoints by which packets of a subnet get to services: gateways in its route tables, and interfaces of its VPC. */
export function endpointsServing(subnet: Resource, app: Application): readonly ServingEndpoint[] {
  const vpc = vpcOf(subnet);
  if (vpc === undefined) return [];
  const { tables } = tablesOf(subnet, app);
  return endpointsIn(vpc, app).filter(
    ({ endpoint, type }) =>
      type !== 'Gateway' || tables.some((table) => endpoint.read('RouteTableIds').targets.includes(table)),
  );
}

/**
 * Whether code in a VPC reaches one of several endpoint services, of which one is enough: by a gateway that is in its
 * route tables, or an interface that its groups let it connect to. Ask inside of a world.
 *
 * The policy of the endpoint is another question, which the evaluator in `src/iam/` answers.
 */
export function mayReachService(from: Placement, services: readonly EndpointService[], app: Application): Reach {
  const name = services
    .map((service) => service.name)
    .filter((one, at, every) => every.indexOf(one) === at)
    .join(' or ');
  // An interface is reached from all subnets alike.
  const interfaces = new Map<Resource, Reach>();
  const reaches = from.subnets.map((subnet): Reach => {
    const { target } = subnet;
    if (!target?.is('AWS::EC2::Subnet')) return unclear('a subnet is not part of the application', subnet);
    const missing = unreached(`no endpoint for ${name} serves ${nameOf(target)}`, from.resource);
    const vpc = vpcOf(target);
    if (vpc === undefined) return unclear(`the VPC of ${nameOf(target)} is not known`, target.read('VpcId'));
    const found = endpointsServing(target, app)
      .filter(({ service, type }) => services.some((one) => one.name === service && one.type === type))
      .map(({ endpoint, type }) => {
        if (type === 'Gateway') return throughGateway(from, target, endpoint, app);
        const through = interfaces.get(endpoint) ?? throughInterface(from, endpoint, app);
        interfaces.set(endpoint, through);
        return through;
      });
    if (found.length > 0 && typeof vpc !== 'string' && services.every((one) => isServiceBlocked(vpc, one, app))) {
      return unreached(`the DNS firewall of the VPC answers nothing for ${name}`, from.resource);
    }
    const reach = best(found, missing);
    if (reach.holds !== 'no' || typeof vpc !== 'string') return reach;
    return found.length > 0 ? reach : unclear(`${vpc} is not part of the application, and may have endpoints`, target);
  });
  return together(reaches, reaches[0]?.path ?? []);
}

const https = { from: 443, to: 443 };
const requests = trafficTo(internet, https, ['tcp']);
const answers = trafficTo(internet, ephemeralPorts, ['tcp']);

/** A gateway takes what is sent to the public addresses of the service, which groups and ACLs have to let out. */
function throughGateway(from: Placement, subnet: Resource, endpoint: Resource, app: Application): Reach {
  const out = both(letThroughGroups(from.groups, 'out', app), letThroughAcl(subnet, 'out', app));
  const holds = all([someOf(requests, out), someOf(answers, letThroughAcl(subnet, 'in', app))]);
  const path = [nameOf(from.resource), nameOf(endpoint)];
  if (holds === 'yes') return reached(path, endpoint);
  const because = `the security groups of ${nameOf(from.resource)}, or the network ACL of ${nameOf(subnet)}, let nothing out to ${nameOf(endpoint)}`;
  // Which addresses a prefix list of AWS holds is not known; that a rule names one is what can be known.
  if (holds === 'unknown') return reached(path, endpoint);
  return unreached(because, from.groups[0] ?? subnet);
}

function throughInterface(from: Placement, endpoint: Resource, app: Application): Reach {
  const to = placementOf(endpoint);
  if (!to) return unclear(`the subnets of ${nameOf(endpoint)} are not known`, endpoint);
  const connection = mayConnect(from, to, 443, app);
  if (connection.holds === 'no') return connection;
  const names = answersToNames(endpoint);
  return together([connection, names], [nameOf(from.resource), nameOf(endpoint)]);
}

/**
 * Code calls a service by its public name, which leads to the endpoint with private DNS only; and that takes names for
 * hosts, which a VPC has only if it is told to.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html#vpc-dns-support
 */
function answersToNames(endpoint: Resource): Reach {
  const privateDns = endpoint.read('PrivateDnsEnabled');
  const vpc = endpoint.read('VpcId').target;
  const [support, hostnames] = ['EnableDnsSupport', 'EnableDnsHostnames'].map((name) => vpc?.read(name));
  if (support?.isFalse) return unreached('the VPC resolves no names', support);
  if (privateDns.isTrue) {
    const isOff = hostnames?.isFalse || hostnames?.isAbsent;
    return isOff ? unreached('the VPC has no names for hosts, which private DNS takes', hostnames) : reached([]);
  }
  return unclear(`${nameOf(endpoint)} has no private DNS, so that only code that names it finds it`, privateDns);
}
