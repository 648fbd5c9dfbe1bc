import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';

/**
 * A network without a way out, made here or elsewhere, which functions can be put into.
 */
export interface IIsolatedNetwork extends IConstruct {
  /**
   * The VPC.
   */
  readonly vpc: ec2.IVpc;

  /**
   * The subnets of functions.
   */
  readonly functionSubnets: ec2.SubnetSelection;

  /**
   * The subnets of data stores.
   */
  readonly dataSubnets: ec2.SubnetSelection;
}
