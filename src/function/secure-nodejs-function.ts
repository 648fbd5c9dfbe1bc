import type * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as nodejs from 'aws-cdk-lib/aws-lambda-nodejs';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { findEntry } from './find-entry';
import { FunctionHardening } from './function-hardening';
import type { SecureFunctionOptions } from './function-options';
import { propsForL2 } from './function-props';
import { holdUrl, limitedUrl } from './function-url';
import type { PermissionsCheck } from '../permissions/permissions-check';
import { watchPermissions } from '../permissions/watch-permissions';
import type { FunctionSecret } from '../secret/function-secret';

/**
 * Settings of a `SecureNodejsFunction`; those that would weaken it are refused.
 */
export interface SecureNodejsFunctionProps extends nodejs.NodejsFunctionProps, SecureFunctionOptions {
  /**
   * What is said when what the code calls and what the role is granted do not fit.
   *
   * @default PermissionsCheck.WARN
   */
  readonly permissions?: PermissionsCheck;
}

/**
 * A `SecureFunction` whose code is Node.js that esbuild bundles, and is compared with what the role is granted.
 *
 * All that is said of `SecureFunction` holds: what it guarantees, what it throws for, the resources that it adds, what they
 * cost, and its deployment. Beside that the bundle is read: a permission that the code never calls serves only who breaks in,
 * and a call that nothing allows fails on the first day. Both are told at synthesis (`permissions`).
 *
 * The runtime is the newest that the region has, unless another is given.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-security.html
 */
export class SecureNodejsFunction extends nodejs.NodejsFunction {
  private readonly hardening: FunctionHardening;

  constructor(scope: Construct, id: string, props: SecureNodejsFunctionProps = {}) {
    super(scope, id, {
      ...propsForL2(scope, id, props),
      runtime: props.runtime ?? lambda.Runtime.NODEJS_LATEST,
      entry: props.entry ?? (props.code ? undefined : findEntry(scope, id)),
    });
    this.hardening = new FunctionHardening(this, props);
    this.hardening.finish();
    if (!props.code) watchPermissions(this, this.hardening.resource, this.hardening.role, props.permissions);
  }

  /**
   * The queue for events that the function failed to handle, for an alarm: present once something invokes the function
   * asynchronously and no destination or dead-letter queue was given.
   *
   * What an API does not wait for, and what invokes a version or an alias, is only known at synthesis: to have the queue
   * before, call `configureAsyncInvoke({})`.
   */
  public get failureQueue(): sqs.IQueue | undefined {
    return this.hardening.asynchronous.failureQueue;
  }

  /**
   * The function's own log group, or the one that was given.
   */
  public override get logGroup(): logs.ILogGroup {
    return this.hardening?.logGroup ?? super.logGroup;
  }

  /**
   * Declares that a variable of the environment that looks like a secret is none; call it before `addEnvironment`.
   *
   * Throws when the reason is empty.
   *
   * @param name of the variable
   * @param reason what the value is
   */
  public notASecret(name: string, reason: string): void {
    this.hardening.notASecret(name, reason);
  }

  /**
   * Lets the code read a secret: its name is in the environment, and the role may read exactly this one.
   *
   * Throws for a name that no variable can have, or that has a secret already, and for what the secret refuses.
   *
   * @param name such as `DB_PASSWORD`, with which the variables begin that say where it is
   */
  public addSecret(name: string, secret: FunctionSecret): void {
    this.hardening.addSecret(name, secret);
  }

  /**
   * Adds a variable to the environment, which everybody who may read the function's configuration can read.
   *
   * Throws when the value is a secret or looks like one and was not declared to be none (`notASecret`).
   */
  public override addEnvironment(key: string, value: string, options?: lambda.EnvironmentOptions): this {
    this.hardening?.checkEnvironment(key, value);
    return super.addEnvironment(key, value, options);
  }

  /**
   * Adds a statement to the role, where it is narrowed and checked.
   *
   * Throws for a `*` action, and for `*` as the resource of an action that AWS can limit to something.
   */
  public override addToRolePolicy(statement: iam.PolicyStatement): void {
    this.role!.addToPrincipalPolicy(statement);
  }

  /**
   * Lets a service, account or role invoke the function; source account and source ARN are filled in as far as they follow
   * from the stack.
   *
   * Throws for `*`, for actions other than invoking, and for a service that names its source when the source is missing.
   */
  public override addPermission(id: string, permission: lambda.Permission): void {
    if (!this.hardening) return super.addPermission(id, permission);
    const limited = this.hardening.permission(permission);
    super.addPermission(id, limited);
    this.hardening.invokedThrough(id, limited);
  }

  /**
   * Lets a role or user invoke the function; a service through `addPermission`, with its source.
   */
  public override grantInvoke(grantee: iam.IGrantable): iam.Grant {
    const grant = super.grantInvoke(grantee);
    this.hardening?.asynchronous.invokedBy(grantee);
    return grant;
  }

  /**
   * Adds a URL whose callers sign their requests with IAM.
   *
   * Throws for `AuthType.NONE`, and for CORS from every origin.
   */
  public override addFunctionUrl(options: lambda.FunctionUrlOptions = {}): lambda.FunctionUrl {
    const url = super.addFunctionUrl(limitedUrl(this, options));
    holdUrl(url);
    return url;
  }

  /**
   * Says what happens to asynchronous invocations; what is left out is bounded: two retries, events of one hour at most,
   * and a failure queue that the functions of the stack share.
   */
  public override configureAsyncInvoke(options: lambda.EventInvokeConfigOptions): void {
    super.configureAsyncInvoke(this.hardening ? this.hardening.asynchronous.options(options) : options);
  }
}
