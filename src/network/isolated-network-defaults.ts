import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { AddressPlan } from './address-plan';

/** What the props may change; the gate judges the result. */
export const defaults = {
  maxAzs: 2, // lambda-vpc-multi-az
  functions: 50,
  concurrency: 1000,
} as const;

/** What no prop changes. */
export const enforced = {
  natGateways: 0, // route-igw
  createInternetGateway: false, // route-igw
  enableDnsSupport: true, // vpce-private-dns
  enableDnsHostnames: true, // vpce-private-dns
  restrictDefaultSecurityGroup: false, // sg-default-closed: closed without a helper function
  subnetConfiguration: undefined,
  natGatewayProvider: undefined,
  natGatewaySubnets: undefined,
  vpnGateway: undefined,
  vpnGatewayAsn: undefined,
  vpnConnections: undefined,
  vpnRoutePropagation: undefined,
  gatewayEndpoints: undefined,
} as const satisfies Partial<ec2.VpcProps>;

/** The groups of subnets, by what is in them. */
export const subnetGroups = { functions: 'Functions', data: 'Data', endpoints: 'Endpoints' } as const;

/** All of them isolated: no route but within the VPC. */
export function subnetConfiguration(plan: AddressPlan): ec2.SubnetConfiguration[] {
  return Object.entries(subnetGroups).map(([kind, name]) => ({
    name,
    subnetType: ec2.SubnetType.PRIVATE_ISOLATED,
    cidrMask: plan[kind as keyof AddressPlan],
  }));
}
