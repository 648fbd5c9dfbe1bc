import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { NetworkDns } from './network-dns';
import type { NetworkEndpoints } from './network-endpoints';

/**
 * The prefix lists of the gateways in a region.
 */
export interface GatewayPrefixLists {
  /**
   * Of `com.amazonaws.<region>.s3`.
   *
   * @default - the one of the region, where it is known
   */
  readonly s3?: string;

  /**
   * Of `com.amazonaws.<region>.dynamodb`.
   *
   * @default - the one of the region, where it is known
   */
  readonly dynamodb?: string;
}

/**
 * Settings of an `IsolatedNetwork`; those of the L2 that would open it are refused.
 */
export interface IsolatedNetworkProps extends ec2.VpcProps {
  /**
   * How many functions the network is to hold, 1 to 250 in two zones.
   *
   * Subnets are sized by it: a change replaces them, and what is in them.
   *
   * @default 50
   */
  readonly functions?: number;

  /**
   * How many executions of all functions run at the same time, at most.
   *
   * Subnets are sized by it: a change replaces them, and what is in them.
   *
   * @default - 1000, what an account has
   */
  readonly concurrency?: number;

  /**
   * Which endpoints may be made for what code is granted.
   *
   * @default NetworkEndpoints.gateways()
   */
  readonly endpoints?: NetworkEndpoints;

  /**
   * The organization whose principals and resources the endpoints let through, such as `o-a1b2c3d4e5`.
   *
   * @default - those of this account only
   */
  readonly organizationId?: string;

  /**
   * Which names can be asked for.
   *
   * @default NetworkDns.endpointsAnd()
   */
  readonly dns?: NetworkDns;

  /**
   * The prefix lists of S3 and DynamoDB, in a region where this library does not know them.
   *
   * @default - those of the region
   */
  readonly prefixLists?: GatewayPrefixLists;
}
