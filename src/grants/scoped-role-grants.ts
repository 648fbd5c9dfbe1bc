import * as iam from 'aws-cdk-lib/aws-iam';
import { Refusals } from '../refusals/refusals';

/**
 * Grants on a role for those who hand it to a service.
 *
 * Works with a `Role` and an imported one.
 */
export class ScopedRoleGrants {
  /**
   * Grants on a role.
   */
  public static fromRole(role: iam.IRole): ScopedRoleGrants {
    return new ScopedRoleGrants(role);
  }

  private constructor(private readonly role: iam.IRole) {}

  /**
   * Allows to pass the role to one service; not to others, which the L2's `grantPassRole` allows, and not to assume it.
   *
   * Who may pass a role to Lambda or EC2 and run code there can do all that the role can do.
   *
   * @param service for example `scheduler.amazonaws.com`
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
   */
  public passTo(grantee: iam.IGrantable, service: string): iam.Grant {
    const refusals = Refusals.of(this.role);
    refusals.addIf(
      !/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/.test(service),
      `'${service}' is not the name of a service`,
      "write it out, such as 'scheduler.amazonaws.com'",
    );
    refusals.throwIfAny();
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['iam:PassRole'],
      resourceArns: [this.role.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': service } },
    });
  }
}
