import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { ScopedRoleGrants } from './scoped-role-grants';

/**
 * Grants on the schedules of one group of EventBridge Scheduler.
 *
 * Works with a `ScheduleGroup` and an imported one.
 */
export class ScopedScheduleGroupGrants {
  /**
   * Grants on the schedules of a group.
   */
  public static fromScheduleGroup(group: scheduler.IScheduleGroup): ScopedScheduleGroupGrants {
    return new ScopedScheduleGroupGrants(group);
  }

  private constructor(private readonly group: scheduler.IScheduleGroup) {}

  /**
   * Allows to create schedules in the group that run as this role; not as others, and not to read, change or delete any.
   *
   * What a schedule may do is what the role may do: IAM has no condition on its target.
   *
   * @param role which EventBridge Scheduler assumes, usually to start one thing
   * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/security_iam_id-based-policies.html
   */
  public createSchedules(grantee: iam.IGrantable, role: iam.IRole): iam.Grant {
    return this.grant(grantee, 'scheduler:CreateSchedule').combine(
      ScopedRoleGrants.fromRole(role).passTo(grantee, 'scheduler.amazonaws.com'),
    );
  }

  /**
   * Allows to delete schedules of the group; not to read, create or change any, and not to delete the group.
   */
  public deleteSchedules(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, 'scheduler:DeleteSchedule');
  }

  private grant(grantee: iam.IGrantable, action: string): iam.Grant {
    const { group } = this;
    const arn = Stack.of(group).formatArn({
      service: 'scheduler',
      ...{ region: group.env.region, account: group.env.account },
      resource: 'schedule',
      resourceName: `${group.scheduleGroupName}/*`,
    });
    return iam.Grant.addToPrincipal({ grantee, actions: [action], resourceArns: [arn] });
  }
}
