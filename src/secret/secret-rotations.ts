import { Stage } from 'aws-cdk-lib';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { NamedPrincipals } from './named-principals';
import type { Rotation } from './rotation';
import { acknowledgeNoRotation } from './secret-acknowledgements';
import { maximumRotationDays } from './secret-defaults';
import { refuseSchedule } from './secret-refusals';
import { enforce } from '../enforced/enforced';
import { namedBy, names } from '../enforced/references';
import { resourcesOf } from '../enforced/second-writer';
import { Refusals } from '../refusals/refusals';

/** The schedules by which a secret is renewed, or the reason why there is none. */
export class SecretRotations {
  private isScheduled = false;

  constructor(
    private readonly secret: secretsmanager.Secret,
    private readonly named: NamedPrincipals,
    private readonly rotation: Rotation | undefined,
  ) {
    secret.node.addValidation({ validate: () => this.violations() });
  }

  /** What was asked for with the secret. */
  public start(): void {
    const { _options: options, _reason: reason } = this.rotation ?? {};
    if (options) this.secret.addRotationSchedule('RotationSchedule', options);
    if (reason !== undefined) acknowledgeNoRotation(this.secret.node.defaultChild!, reason);
  }

  /** Judges a schedule before it is made, and names who it is that renews the value. */
  public check(options: secretsmanager.RotationScheduleOptions): void {
    const refusals = Refusals.of(this.secret);
    refuseSchedule(refusals, options);
    refusals.addIf(
      this.rotation?._reason !== undefined,
      "'addRotationSchedule' of a secret with 'Rotation.none'",
      "leave 'rotation' out",
    );
    refusals.throwIfAny();
    const role = options.rotationLambda?.role;
    if (role) this.named.add(role.grantPrincipal);
    else this.named.addDeployment();
  }

  public hold(schedule: secretsmanager.RotationSchedule): secretsmanager.RotationSchedule {
    this.isScheduled = true;
    const resource = schedule.node.defaultChild as secretsmanager.CfnRotationSchedule;
    enforce(this.secret, resource, [
      {
        path: 'RotationRules',
        accepts: isOften,
        rule: 'secret-rotation',
        instead: `renew the value every ${maximumRotationDays} days or more often`,
      },
    ]);
    return schedule;
  }

  /**
   * Grants, statements and schedules of an attachment are those of the secret, but a schedule waits for it.
   *
   * Without a feature flag of the CDK an attachment writes a policy of its own, for the same secret: the one that is deployed
   * last replaces the other.
   */
  public follow(attached: secretsmanager.ISecret): secretsmanager.ISecret {
    const { secret } = this;
    const add = attached.addRotationSchedule.bind(attached);
    const own: Pick<
      secretsmanager.ISecret,
      'addRotationSchedule' | 'addToResourcePolicy' | 'grantRead' | 'grantWrite'
    > = {
      addRotationSchedule: (id, options) => {
        this.check(options);
        return this.hold(add(id, options));
      },
      addToResourcePolicy: (statement) => secret.addToResourcePolicy(statement),
      grantRead: (grantee, versionStages) => secret.grantRead(grantee, versionStages),
      grantWrite: (grantee) => secret.grantWrite(grantee),
    };
    return Object.assign(attached, own);
  }

  private violations(): string[] {
    if (this.isScheduled || this.rotation?._reason !== undefined || this.isScheduledElsewhere()) return [];
    return [
      `the secret is never rotated: call 'addRotationSchedule', or pass 'rotation: Rotation.none(reason)' where no API renews the value (secret-rotation)`,
    ];
  }

  /** By a resource that somebody wrote. */
  private isScheduledElsewhere(): boolean {
    const target = this.secret.node.defaultChild as secretsmanager.CfnSecret;
    return resourcesOf(Stage.of(this.secret) ?? this.secret.node.root).some(
      (one) =>
        one.cfnResourceType === secretsmanager.CfnRotationSchedule.CFN_RESOURCE_TYPE_NAME &&
        names(namedBy(one, 'SecretId'), one, target),
    );
  }
}

function isOften(rules: unknown): boolean {
  const { AutomaticallyAfterDays: days, ScheduleExpression: expression } = (rules ?? {}) as Record<string, unknown>;
  const rate = /^rate\((\d+) (hour|day)s?\)$/.exec(String(expression));
  const every = rate
    ? Number(rate[1]) / (rate[2] === 'hour' ? 24 : 1)
    : Number(days ?? (expression === undefined ? NaN : 1));
  return every <= maximumRotationDays;
}
