import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';

/**
 * Whether and how the value of a `SecureSecret` is renewed.
 *
 * Whoever once got hold of a value can use it until it changes, which nobody does by hand. Rotation ends what was stolen
 * without anybody having noticed.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html
 */
export class Rotation {
  /**
   * Renews the value on a schedule, with a function of yours, or with one that AWS hosts for databases.
   *
   * The secret of a database has to know its host before it can be rotated: call
   * `secret.attach(database).addRotationSchedule(…)` instead.
   *
   * Adds 1 resource; a function that AWS hosts comes in a nested stack with its role and its permission.
   *
   * *Deployment*: `HostedRotation` adds the transform `AWS::SecretsManager-2024-09-16` to the stack, so that whoever deploys it
   * needs `CAPABILITY_AUTO_EXPAND`, which the CDK's command line gives. The value is renewed at once, unless
   * `rotateImmediatelyOnUpdate: false` says otherwise.
   *
   * @param options how often (30 days unless it says so, 90 at most) and by whom
   */
  public static schedule(options: secretsmanager.RotationScheduleOptions): Rotation {
    return new Rotation(options, undefined);
  }

  /**
   * No rotation: for a value that somebody else issues and no API renews.
   *
   * Shows up in the report as an acknowledged finding.
   *
   * Throws when the reason is empty.
   *
   * @param reason what a reviewer would accept
   */
  public static none(reason: string): Rotation {
    if (typeof reason !== 'string' || reason.trim() === '') {
      throw new Error("'Rotation.none' was given no reason: say why the value is never renewed");
    }
    return new Rotation(undefined, reason);
  }

  private constructor(
    /** @internal */
    public readonly _options: secretsmanager.RotationScheduleOptions | undefined,
    /** @internal */
    public readonly _reason: string | undefined,
  ) {}
}
