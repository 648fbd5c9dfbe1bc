import { Token } from 'aws-cdk-lib';

/**
 * What is said when the code of a function and the grants of its role do not fit.
 *
 * A permission that the code never uses is there for an attacker alone; one that it lacks is an AccessDenied on the first
 * day. The bundle that a `SecureNodejsFunction` ships is read for the calls of AWS services in it, and compared with what
 * the role is granted when the app is synthesized. Only actions are compared: a call of `s3:GetObject` matches every grant
 * of it. What Lambda itself uses (polling event sources, destinations, traces, logs, network interfaces) is never called
 * unused. Where calls cannot be read, that is said once, and of the services concerned nothing is called unused.
 *
 * Adds no resources and costs nothing. Functions whose code is not bundled are not read.
 *
 * *Deployment*: nothing in the template changes.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-permissions.html
 */
export class PermissionsCheck {
  /** Warnings, which can be acknowledged: `cdk-secure-serverless:permission-never-called:s3`, `…:permission-missing:s3`. */
  public static readonly WARN = new PermissionsCheck('warn', new Map());

  /** Errors: the app is not synthesized. */
  public static readonly ENFORCE = new PermissionsCheck('enforce', new Map());

  /**
   * Nothing is read and nothing is said.
   *
   * Throws when the reason is missing.
   *
   * @param reason why the code and the grants of this function are not compared
   */
  public static off(reason: string): PermissionsCheck {
    refuseEmpty('PermissionsCheck.off', reason);
    return new PermissionsCheck('off', new Map());
  }

  private constructor(
    private readonly mode: 'warn' | 'enforce' | 'off',
    private readonly exceptions: ReadonlyMap<string, string>,
  ) {}

  /**
   * The same check without one action: of a permission that only code uses which is not in the bundle, or of a call that
   * something outside of this app allows.
   *
   * Throws when the action is not one action of a service, or the reason is missing.
   *
   * @param action for example `s3:PutObject`
   * @param reason who uses or allows it
   */
  public without(action: string, reason: string): PermissionsCheck {
    if (!/^[a-z0-9-]+:[A-Za-z0-9]+$/.test(action)) {
      throw new Error(`PermissionsCheck.without: '${action}' is not one action: write for example 's3:PutObject'`);
    }
    refuseEmpty(`PermissionsCheck.without('${action}')`, reason);
    return new PermissionsCheck(this.mode, new Map([...this.exceptions, [action.toLowerCase(), reason]]));
  }

  /** @internal */
  public get _mode(): string {
    return this.mode;
  }

  /** @internal */
  public get _exceptions(): readonly string[] {
    return [...this.exceptions.keys()];
  }
}

function refuseEmpty(call: string, reason: string): void {
  if (typeof reason !== 'string' || (!Token.isUnresolved(reason) && reason.trim() === '')) {
    throw new Error(`${call}: no reason: say why, for those who review it`);
  }
}
