import { CfnResource, Duration } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { asynchronousAsRole, asynchronousInvokers } from './asynchronous-invokers';
import { FailureDestination, FailureQueue } from './failure-queue';
import { asynchronousDefaults, enforcedOnInvokeConfig } from './function-defaults';
import { invokingService } from './invoke-permission';
import { noticeInvocations } from './unasked-invocations';
import { insecureProperties } from '../enforced/enforced';

const EVENT_INVOKE_CONFIG = 'EventInvokeConfig';

/**
 * What becomes of events that nobody waits for: bounded retries, and a place for what fails, where something invokes the
 * function asynchronously.
 */
export class AsynchronousInvocations {
  public failureQueue?: sqs.IQueue;

  private wanted?: lambda.EventInvokeConfigOptions;
  private destination?: string;
  private isUnasked = false;

  constructor(private readonly fn: lambda.Function) {
    this.adoptInjected();
    noticeInvocations(fn, (invoked) => this.invokedUnasked(invoked));
    fn.node.addValidation({ validate: () => this.violations() });
  }

  public invokedThrough(permission: lambda.Permission): void {
    if (asynchronousInvokers.has(invokingService(permission.principal) ?? '')) this.configureUnasked();
  }

  public invokedBy(grantee: iam.IGrantable): void {
    const trust = (grantee.grantPrincipal as Partial<iam.Role>).assumeRolePolicy?.toJSON() as unknown;
    const services = JSON.stringify(trust ?? '');
    if ([...asynchronousAsRole].some((service) => services.includes(service))) this.configureUnasked();
  }

  /** The options with bounds and a place for what fails, in the place of what was added without being asked. */
  public options(given: lambda.EventInvokeConfigOptions): lambda.EventInvokeConfigOptions {
    if (this.isUnasked) this.fn.node.tryRemoveChild(EVENT_INVOKE_CONFIG);
    this.isUnasked = false;
    if (given.onFailure) this.failureQueue = undefined;
    const bounded = this.bounded(given);
    this.wanted = { ...bounded, onFailure: bounded.onFailure && this.remembered(bounded.onFailure) };
    return this.wanted;
  }

  private invokedUnasked(invoked: lambda.Function | lambda.QualifiedFunctionBase): void {
    if (invoked === this.fn) this.configureUnasked();
    else if (!invoked.node.tryFindChild(EVENT_INVOKE_CONFIG)) invoked.configureAsyncInvoke(this.bounded({}));
  }

  private configureUnasked(): void {
    if (this.fn.node.tryFindChild(EVENT_INVOKE_CONFIG)) return;
    this.fn.configureAsyncInvoke({});
    this.isUnasked = true;
  }

  private bounded(given: lambda.EventInvokeConfigOptions): lambda.EventInvokeConfigOptions {
    return {
      ...given,
      retryAttempts: given.retryAttempts ?? asynchronousDefaults.retryAttempts,
      maxEventAge: given.maxEventAge ?? asynchronousDefaults.maxEventAge,
      onFailure: given.onFailure ?? this.failureDestination(),
    };
  }

  private failureDestination(): lambda.IDestination | undefined {
    if (this.fn.deadLetterQueue || this.fn.deadLetterTopic) return undefined;
    const queue = FailureQueue.shared(this.fn);
    this.failureQueue = queue;
    return new FailureDestination(queue);
  }

  private remembered(destination: lambda.IDestination): lambda.IDestination {
    return {
      bind: (scope, fn, options) => {
        const config = destination.bind(scope, fn, options);
        this.destination = config.destination;
        return config;
      },
    };
  }

  /** What an injector asked for was made before the function could see it, and knows no place for what fails. */
  private adoptInjected(): void {
    const injected = this.fn.node.tryFindChild(EVENT_INVOKE_CONFIG)?.node.defaultChild;
    if (!(injected instanceof lambda.CfnEventInvokeConfig) || injected.destinationConfig !== undefined) return;
    this.fn.node.tryRemoveChild(EVENT_INVOKE_CONFIG);
    const { maximumRetryAttempts: retryAttempts, maximumEventAgeInSeconds: seconds } = injected;
    const maxEventAge = seconds === undefined ? undefined : Duration.seconds(seconds);
    new lambda.EventInvokeConfig(this.fn, EVENT_INVOKE_CONFIG, {
      function: this.fn,
      ...this.options({ retryAttempts, maxEventAge }),
    });
  }

  private violations(): string[] {
    if (this.wanted === undefined) return [];
    if (this.failureQueue && !this.failureQueue.node.scope?.node.tryFindChild(this.failureQueue.node.id)) {
      return [
        `'${this.failureQueue.node.path}' was removed: keep it, events that fail go there (lambda-async-destination)`,
      ];
    }
    const config = this.fn.node.tryFindChild(EVENT_INVOKE_CONFIG)?.node.defaultChild;
    if (!config || !CfnResource.isCfnResource(config)) {
      return [
        `'${this.fn.node.path}/${EVENT_INVOKE_CONFIG}' was removed: keep it, or events that fail are lost (lambda-async-destination)`,
      ];
    }
    return insecureProperties(config, enforcedOnInvokeConfig(this.wanted, this.destination), 'was changed to');
  }
}
