import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { GatewayPrefixLists } from './isolated-network-props';

/**
 * What a VPC that was made elsewhere has.
 */
export interface ImportedNetworkOptions {
  /**
   * The subnets for functions.
   *
   * @default - its isolated subnets
   */
  readonly functionSubnets?: ec2.SubnetSelection;

  /**
   * The subnets for data stores.
   *
   * @default - its isolated subnets
   */
  readonly dataSubnets?: ec2.SubnetSelection;

  /**
   * The gateways that it has, `s3` and `dynamodb`.
   *
   * @default - none
   */
  readonly gateways?: string[];

  /**
   * The interface endpoints that it has, by the service in the name: `secretsmanager`.
   *
   * @default - none
   */
  readonly interfaceEndpoints?: { [service: string]: ec2.IInterfaceVpcEndpoint };

  /**
   * The prefix lists of S3 and DynamoDB, in a region where this library does not know them.
   *
   * @default - those of the region
   */
  readonly prefixLists?: GatewayPrefixLists;
}
