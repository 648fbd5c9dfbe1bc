import { CfnResource } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { AsynchronousInvocations } from './asynchronous-invocations';
import { insteadOfSecret, refuseSecrets, secretIn } from './environment-secrets';
import { useOfKey } from './failure-queue';
import { acknowledgeOnFunction } from './function-acknowledgements';
import { defaults, enforcedOnFunction } from './function-defaults';
import { type FunctionLogGroup, logGroupOf } from './function-log-group';
import {
  addPolicy,
  environmentStatement,
  logsStatement,
  networkInterfacePolicy,
  tracingPolicy,
} from './function-policies';
import type { FunctionProps } from './function-props';
import { resourceOf, roleOf } from './function-role';
import { judgeUrls } from './function-url';
import { HeldPermissions } from './held-permissions';
import { limitedPermission } from './invoke-permission';
import { refuseRuntime, runtimeViolations, warnOfRuntime } from './runtime-lifecycle';
import { branchesOf } from '../enforced/branches';
import { enforce, enforcePresence, render } from '../enforced/enforced';
import { SecureKey } from '../key/secure-key';
import { joinNetwork } from '../network/function-placement';
import { Refusals } from '../refusals/refusals';
import type { FunctionSecret } from '../secret/function-secret';
import { refuseSecretName } from '../secret/secret-name';

/** Under this key of a function's metadata stands which variables are not secrets, and why. */
const NOT_SECRET_METADATA = 'cdk-secure-serverless:not-secret';

/**
 * What makes a function of the L2 a secure one, and keeps it so: shared by the secure functions, which only delegate.
 *
 * They extend two classes, and jsii knows no mixins: what they delegate stands in both, word for word.
 */
export class FunctionHardening {
  public readonly role: iam.IRole;
  public readonly logGroup?: logs.ILogGroup;
  public readonly asynchronous: AsynchronousInvocations;

  public readonly resource: lambda.CfnFunction;
  private readonly declared = new Map<string, string>();
  private readonly permissions: HeldPermissions;

  constructor(
    private readonly fn: lambda.Function,
    private readonly props: FunctionProps,
  ) {
    this.resource = resourceOf(fn);
    for (const [name, reason] of Object.entries(props.notSecrets ?? {})) this.declare(name, reason);
    this.role = roleOf(fn, this.resource);
    this.restate();
    this.asynchronous = new AsynchronousInvocations(fn);
    this.permissions = new HeldPermissions(fn);
    judgeUrls(fn);

    const own: FunctionLogGroup | undefined = props.logGroup ? undefined : logGroupOf(fn);
    this.logGroup = own?.logGroup;
    this.writeLogs(own);
    this.useKey();
    this.trace();
    if (this.resource.vpcConfig !== undefined) addPolicy(this.role, networkInterfacePolicy(fn));
    this.addFeaturePolicies();
    joinNetwork(props, { fn, resource: this.resource, role: this.role });

    const refusals = Refusals.of(fn);
    for (const variables of this.environments()) refuseSecrets(fn, variables, this.declared, refusals);
    refuseRuntime(fn.runtime.name, refusals);
    refusals.addIf(
      fn.node.tryFindChild('LogRetention') !== undefined,
      "'logRetention' by a property injector sets how long the logs of the function are kept",
      "leave it out, the function has a log group that is kept for a year; pass another as 'logGroup'",
    );
    refusals.throwIfAny();
    warnOfRuntime(fn, fn.runtime.name);
    acknowledgeOnFunction(this.resource);
    this.holdValues(own?.name ?? props.logGroup?.logGroupRef.logGroupName);
  }

  /** What the props ask for and needs the role: done by the function, through its own methods. */
  public finish(): void {
    const { initialPolicy = [], events = [], onFailure, onSuccess, maxEventAge, retryAttempts } = this.props;
    for (const statement of initialPolicy) this.fn.addToRolePolicy(statement);
    if (onFailure || onSuccess || maxEventAge || retryAttempts !== undefined) {
      this.fn.configureAsyncInvoke({ onFailure, onSuccess, maxEventAge, retryAttempts });
    }
    for (const event of events) this.fn.addEventSource(event);
    for (const [name, secret] of Object.entries(this.props.secrets ?? {})) this.addSecret(name, secret);
  }

  public checkEnvironment(name: string, value: string): void {
    const refusals = Refusals.of(this.fn);
    refuseSecrets(this.fn, { [name]: value }, this.declared, refusals);
    refusals.throwIfAny();
  }

  public notASecret(name: string, reason: string): void {
    const refusals = Refusals.of(this.fn);
    refusals.addIf(reason.trim() === '', `'${name}' in 'notASecret' without a reason`, 'say what the value is');
    refusals.throwIfAny();
    this.declare(name, reason);
  }

  public addSecret(name: string, secret: FunctionSecret): void {
    refuseSecretName(this.fn, name, this.environments());
    for (const [variable, value] of Object.entries(secret._readBy(this.fn, name))) {
      this.fn.addEnvironment(variable, value);
    }
  }

  public permission(permission: lambda.Permission): lambda.Permission {
    const refusals = Refusals.of(this.fn);
    const limited = limitedPermission(this.fn, permission, refusals);
    refusals.throwIfAny();
    return limited;
  }

  /** What was made of the permission stays as it is; what does not wait for the function makes events that can get lost. */
  public invokedThrough(id: string, permission: lambda.Permission): void {
    this.permissions.hold((permission.scope ?? this.fn).node.tryFindChild(id));
    this.asynchronous.invokedThrough(permission);
  }

  private writeLogs(own: FunctionLogGroup | undefined): void {
    const arn = own?.logGroup.logGroupArn ?? this.props.logGroup!.logGroupRef.logGroupArn;
    if (own && own.name === undefined) {
      // The group has the function's name in its own: what lets the function write to it must not be waited for by it.
      const reason = 'The policy names one log group.';
      addPolicy(this.role, { id: 'LogPolicy', statements: [logsStatement(arn)], reason }, this.fn);
      return;
    }
    this.role.addToPrincipalPolicy(logsStatement(arn));
    if (own) this.resource.loggingConfig = { ...(this.resource.loggingConfig as object), logGroup: own.name };
  }

  /** Also in the template, where the gate reads it. */
  private declare(name: string, reason: string): void {
    this.declared.set(name, reason);
    this.resource.addMetadata(NOT_SECRET_METADATA, Object.fromEntries(this.declared));
  }

  /**
   * What an injector left out.
   *
   * The key is there without variables, too: it encrypts snapshots of SnapStart and images as Lambda keeps them, and what
   * somebody adds later, an aspect or the console. It costs nothing more, since it is that of the logs, and the code cannot use it.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html#lambda-Type-FunctionConfiguration-KMSKeyArn
   */
  private restate(): void {
    const { environmentEncryption, timeout, memorySize } = this.props;
    this.resource.kmsKeyArn ??= (environmentEncryption ?? SecureKey.shared(this.fn)).keyRef.keyArn;
    this.resource.timeout ??= (timeout ?? defaults.timeout).toSeconds();
    this.resource.memorySize ??= memorySize ?? defaults.memorySize;
  }

  private useKey(): void {
    const { deadLetterQueue } = this.fn;
    this.role.addToPrincipalPolicy(environmentStatement(this.resource.kmsKeyArn!));
    if (deadLetterQueue?.encryptionMasterKey) {
      this.role.addToPrincipalPolicy(useOfKey(deadLetterQueue.encryptionMasterKey));
    }
  }

  private trace(): void {
    const mode = this.props.tracing ?? defaults.tracing;
    this.resource.tracingConfig = mode === lambda.Tracing.DISABLED ? undefined : { mode };
    if (mode !== lambda.Tracing.DISABLED) addPolicy(this.role, tracingPolicy());
  }

  /** What the L2 attached to the role that it made. */
  private addFeaturePolicies(): void {
    const { insightsVersion, durableConfig, role } = this.props;
    if (role !== undefined) return;
    const names = [
      ...(insightsVersion ? ['CloudWatchLambdaInsightsExecutionRolePolicy'] : []),
      ...(durableConfig ? ['service-role/AWSLambdaBasicDurableExecutionRolePolicy'] : []),
    ];
    for (const name of names) this.role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName(name));
  }

  /** One for each branch of a condition. */
  private environments(): Readonly<Record<string, unknown>>[] {
    const { Environment: environment } = (render(this.resource)?.Properties ?? {}) as { Environment?: unknown };
    return branchesOf(this.fn.stack, environment)
      .flatMap((branch) => branchesOf(this.fn.stack, (branch as { Variables?: unknown } | undefined)?.Variables))
      .map((variables) => ({ ...(variables as object) }));
  }

  private holdValues(logGroupName: string | undefined): void {
    const isTraced = (this.props.tracing ?? defaults.tracing) === lambda.Tracing.ACTIVE;
    enforce(this.fn, this.resource, enforcedOnFunction({ roleArn: this.role.roleArn, logGroupName, isTraced }));
    for (const helper of [this.role, this.logGroup]) {
      const made = helper?.node.scope === this.fn ? helper.node.defaultChild : undefined;
      if (made && CfnResource.isCfnResource(made)) enforcePresence(this.fn, made);
    }
    this.fn.node.addValidation({ validate: () => [...this.lateSecrets(), ...runtimeViolations(this.resource)] });
  }

  private lateSecrets(): string[] {
    return this.environments()
      .flatMap(Object.entries<unknown>)
      .flatMap(([name, value]) => {
        const because = this.declared.has(name) ? undefined : secretIn(this.fn, name, value);
        return because === undefined
          ? []
          : [`'${name}' of the environment ${because}: ${insteadOfSecret(name)} (lambda-env-secret)`];
      });
  }
}
