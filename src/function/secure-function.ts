import type * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { FunctionHardening } from './function-hardening';
import type { SecureFunctionOptions } from './function-options';
import { propsForL2 } from './function-props';
import { holdUrl, limitedUrl } from './function-url';
import type { FunctionSecret } from '../secret/function-secret';

/**
 * Settings of a `SecureFunction`; those that would weaken it are refused.
 */
export interface SecureFunctionProps extends lambda.FunctionProps, SecureFunctionOptions {}

/**
 * A Lambda function that can do what it was granted, and nothing else.
 *
 * Who can run code in a function has its role, its environment and its network. The function runs as a `ScopedRole` of
 * its own, which is all that its grants say and nothing else; writes only to its own log group, encrypted and kept for a
 * year; has its environment encrypted with the key that the stack shares, which its own code cannot use; and its
 * invocations are traced. A value in the environment that is or looks like a secret is refused. What invokes it is
 * limited to one source. Where something invokes it asynchronously, retries and the age of events are bounded, and what
 * fails goes to an encrypted queue (`failureQueue`, put an alarm on it). That is seen in who may invoke it (services,
 * schedules) and in the integrations of APIs (`X-Amz-Invocation-Type`). Not seen is what a caller decides by itself: code
 * with `InvocationType: Event`, tasks of Step Functions and resolvers of AppSync that do not wait, and an OpenAPI document
 * that is read from S3. For those call `configureAsyncInvoke({})`, which adds the same.
 *
 * `reservedConcurrentExecutions` is yours to set where you know the load: it bounds what an attacker can make you pay, but
 * takes the executions from all other functions, and an account needs 100 that nobody reserves.
 *
 * Throws, with everything that is refused in one error: a role that is no `ScopedRole` and was not accepted with
 * `ScopedRole.existing`, secrets in `environment`, a runtime that AWS no longer deploys, `recursiveLoop: Allow`, and the
 * `logRetention` family, which is about a log group that is not this one.
 *
 * Adds four resources: role, policy, tracing policy and log group (with the feature flag `useCdkManagedLogGroup` a fifth, the
 * policy for the log group); the first function of a stack also the shared key, the first that is invoked asynchronously
 * the failure queue and its policy, and each such function its EventInvokeConfig. Costs $1 a month for the key of the
 * stack, $0.50 for each GB of logs, and $5 for a million traces beyond the first 100,000 of a month.
 *
 * *Deployment*: Lambda checks at creation that the role may write traces and make network interfaces, so the function
 * waits for the policies of its role. The log group gets a name from CloudFormation, because Lambda may have made
 * `/aws/lambda/<name>` already; with the feature flag `useCdkManagedLogGroup` it keeps that name. In a VPC the permissions
 * for network interfaces are Lambda's, and denied to the code. A grant of something in another account gives the role a
 * name, which replaces a role that was deployed without; the stack then needs account and Region in its `env`.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-security.html
 */
export class SecureFunction extends lambda.Function {
  private readonly hardening: FunctionHardening;

  constructor(scope: Construct, id: string, props: SecureFunctionProps) {
    super(scope, id, propsForL2(scope, id, props));
    this.hardening = new FunctionHardening(this, props);
    this.hardening.finish();
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
