import type { Duration } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';

/**
 * Properties of a ScopedRole.
 */
export interface ScopedRoleProps {
  /**
   * Who assumes the role.
   *
   * Anything but `lambda.amazonaws.com` is refused; the property exists so that `iam.Role` can be swapped for this class.
   *
   * @default - Lambda, for functions of this account
   */
  readonly assumedBy?: iam.IPrincipal;

  /**
   * What the role is for, at most 1000 characters.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * The name of the role, at most 64 characters. A name makes the deployment need `CAPABILITY_NAMED_IAM`.
   *
   * @default - a name that CloudFormation makes; one that the CDK makes where another account or Region has to name the
   * role, because something there is granted to it, for which the stack needs account and Region in its `env`
   */
  readonly roleName?: string;

  /**
   * The IAM path of the role.
   *
   * @default /
   */
  readonly path?: string;

  /**
   * The most that the role can ever do, whatever its policies allow.
   *
   * `PermissionsBoundary.of(scope).apply(…)` and the context `@aws-cdk/core:permissionsBoundary` work, too.
   *
   * @default - no boundary but those of the CDK's own mechanism
   */
  readonly permissionsBoundary?: iam.IManagedPolicy;

  /**
   * How long a session lasts at most, 1 to 12 hours. Lambda renews its sessions by itself.
   *
   * @default Duration.hours(1)
   */
  readonly maxSessionDuration?: Duration;
}
