import { Token } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import type { AddressPlan } from './address-plan';
import { addressesOf, functionsWithin } from './address-plan';
import { defaults } from './isolated-network-defaults';
import type { IsolatedNetworkProps } from './isolated-network-props';
import { findEndpointService } from '../facts/endpoint-services';
import { Refusals } from '../refusals/refusals';

type Refused = readonly [got: string, instead: string];

const isolated = 'leave it out, the network has no way out; what has to call the internet runs outside of it';
const vpn = 'leave it out; connect networks through an endpoint service that names its consumers';
const own = 'leave it out, functions, data and endpoints have subnets of their own';
const dns = 'leave it out, the names of the endpoints need it';

/** What the props of the L2 ask for, and an isolated network does not have. */
const refusedProps: Partial<Record<keyof ec2.VpcProps, Refused | ((value: unknown) => Refused | undefined)>> = {
  natGateways: (count) =>
    count === 0 ? undefined : [`'natGateways: ${String(count)}' is a way to the internet`, isolated],
  natGatewayProvider: ["'natGatewayProvider' is a way to the internet", isolated],
  natGatewaySubnets: ["'natGatewaySubnets' is about a way to the internet", isolated],
  createInternetGateway: (value) =>
    value === true ? ["'createInternetGateway: true' is a way to the internet", isolated] : undefined,
  vpnGateway: (value) => (value === true ? ["'vpnGateway: true' leads into another network", vpn] : undefined),
  vpnGatewayAsn: ["'vpnGatewayAsn' is about a way into another network", vpn],
  vpnConnections: ["'vpnConnections' lead into another network", vpn],
  vpnRoutePropagation: ["'vpnRoutePropagation' makes routes that are not in the template", vpn],
  subnetConfiguration: ["'subnetConfiguration' of your own", own],
  enableDnsSupport: (value) =>
    value === false ? ["'enableDnsSupport: false' leaves code without names", dns] : undefined,
  enableDnsHostnames: (value) =>
    value === false ? ["'enableDnsHostnames: false' leaves endpoints without private names", dns] : undefined,
  restrictDefaultSecurityGroup: (value) =>
    value === true
      ? [
          "'restrictDefaultSecurityGroup: true' adds a helper function that may change security groups",
          'leave it out, the default security group is closed without one',
        ]
      : undefined,
  gatewayEndpoints: [
    "'gatewayEndpoints' of your own let every account through",
    'leave them out, they are made with a policy when code is granted something',
  ],
  maxAzs: (zones) =>
    typeof zones === 'number' && zones < 2
      ? [`'maxAzs: ${zones}' is out when that zone is`, 'use two or three']
      : undefined,
  availabilityZones: (zones) =>
    Array.isArray(zones) && !Token.isUnresolved(zones) && zones.length < 2
      ? [`'availabilityZones' with ${zones.length} is out when that zone is`, 'name two or three']
      : undefined,
};

export function refuseProps(refusals: Refusals, props: IsolatedNetworkProps): void {
  for (const [name, refused] of Object.entries(refusedProps)) {
    const value = props[name as keyof ec2.VpcProps];
    if (value === undefined) continue;
    const found = typeof refused === 'function' ? refused(value) : refused;
    if (found) refusals.add(...found);
  }
  for (const name of ['functions', 'concurrency'] as const) {
    const value = props[name];
    refusals.addIf(
      value !== undefined && (Token.isUnresolved(value) || !Number.isInteger(value) || value < 1),
      `'${name}: ${String(value)}' is nothing to plan subnets by`,
      'write a whole number, 1 or more',
    );
  }
  refusals.addIf(
    props.dns?._openBecause?.trim() === '',
    "'NetworkDns.open' without a reason",
    'say why names cannot be listed, and what else watches them',
  );
  for (const name of props.dns?._names ?? []) {
    refusals.addIf(
      !Token.isUnresolved(name) && !/^(?:\*\.)?[\w-]+(?:\.[\w-]+)+$/.test(name),
      `'${name}' for 'NetworkDns.endpointsAnd' is every name, or none`,
      "name a domain of somebody, as 'db.example.com' or '*.example.com'",
    );
  }
  for (const name of props.endpoints?._named ?? []) {
    refusals.addIf(
      findEndpointService(`com.amazonaws.eu-west-1.${name}`) === undefined,
      `'${name}' for 'NetworkEndpoints.only', which is no service with an endpoint`,
      "write it as in 'com.amazonaws.<region>.<service>'",
    );
  }
  for (const name of props.endpoints?._withoutPolicy ?? []) {
    refusals.addIf(
      findEndpointService(`com.amazonaws.eu-west-1.${name}`)?.takesPolicy === true,
      `'withoutPolicy' of '${name}', whose endpoint does take one`,
      'leave it out',
    );
  }
  refusals.addIf(
    props.organizationId !== undefined &&
      !Token.isUnresolved(props.organizationId) &&
      !/^o-[a-z0-9]{10,32}$/.test(props.organizationId),
    `'organizationId: ${props.organizationId}' is no id of an organization`,
    'write it as AWS Organizations shows it: o-a1b2c3d4e5',
  );
}

/** What a property injector made of the VPC: it wins over what the network asks for. */
export function refuseInjected(refusals: Refusals, vpc: ec2.Vpc): void {
  const isOpen =
    vpc.publicSubnets.length + vpc.privateSubnets.length > 0 ||
    vpc.internetGatewayId !== undefined ||
    vpc.vpnGatewayId !== undefined;
  const instead = 'let it inject nothing here, or make an ec2.Vpc for what needs it';
  refusals.addIf(isOpen, 'a property injector gives the network a way out', instead);
  refusals.addIf(
    !vpc.dnsSupportEnabled || !vpc.dnsHostnamesEnabled,
    'a property injector takes the names of endpoints away',
    instead,
  );
  refusals.addIf(
    vpc.node.tryFindChild('RestrictDefaultSecurityGroupCustomResource') !== undefined,
    "a property injector adds the helper function of 'restrictDefaultSecurityGroup'",
    instead,
  );
  refusals.addIf(
    vpc.availabilityZones.length < 2,
    `${vpc.availabilityZones.length} availability zone(s) are out when one zone is`,
    'use two or three',
  );
}

/** Whether the plan fits into the addresses of the VPC and the quotas of the account. */
export function refusePlan(refusals: Refusals, props: IsolatedNetworkProps, plan: AddressPlan, cidr?: string): void {
  const zones = zonesOf(props);
  const functions = props.functions ?? defaults.functions;
  refusals.addIf(
    functions > functionsWithin(zones),
    `'functions: ${functions}' in ${zones} zones are more than the 500 network interfaces that Lambda makes in a VPC`,
    `plan for ${functionsWithin(zones)} at most, or make a second network`,
  );
  const length = Number(cidr?.split('/')[1]);
  const needed = addressesOf(plan, zones);
  refusals.addIf(
    Number.isInteger(length) && 2 ** (32 - length) < needed,
    `'${cidr}' has ${2 ** (32 - length)} addresses, where ${functions} functions, data and endpoints in ${zones} zones need ${needed}`,
    `use a range of /${32 - Math.ceil(Math.log2(needed))} or larger, or plan for fewer 'functions' and less 'concurrency'`,
  );
}

export function refuseResources(network: IConstruct, arns: readonly string[]): void {
  const refusals = Refusals.of(network);
  for (const arn of arns) {
    refusals.addIf(
      !Token.isUnresolved(arn) && !/^arn:[^:]+:[^:*]+:[^:]*:[^:]*:[^*]/.test(arn),
      `'${arn}' in 'allowResources' is everything of a service, or no ARN`,
      'name the resources',
    );
  }
  refusals.throwIfAny();
}

export function zonesOf(props: IsolatedNetworkProps): number {
  return props.availabilityZones?.length ?? props.maxAzs ?? defaults.maxAzs;
}

const refusedMethods: Readonly<Record<string, Refused>> = {
  enableVpnGateway: ["'enableVpnGateway' leads into another network", vpn],
  addVpnConnection: ["'addVpnConnection' leads into another network", vpn],
  addClientVpnEndpoint: ["'addClientVpnEndpoint' lets people into the network", 'leave it out'],
  addInterfaceEndpoint: [
    "'addInterfaceEndpoint' lets every account through, and everything in the VPC",
    "grant the code what it needs, or call 'connect(fn, service)'; 'endpoints' says which may be made",
  ],
  addGatewayEndpoint: [
    "'addGatewayEndpoint' lets every account through",
    "grant the code what it needs, or call 'connect(fn, service)'",
  ],
};

export function refuseMethod(network: IConstruct, method: string): never {
  const refusals = Refusals.of(network);
  refusals.add(...refusedMethods[method]);
  refusals.throwIfAny();
  throw new Error(`${network.node.path}: '${method}' is refused`);
}
