import { FeatureFlags, type IPropertyInjector, type InjectionContext } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { USE_CDK_MANAGED_LAMBDA_LOGGROUP } from 'aws-cdk-lib/cx-api';
import type { Construct } from 'constructs';
import { defaults } from './function-defaults';
import { environmentStatement } from './function-policies';
import { isOwn } from '../defaults/own-construct';
import { SecureKey } from '../key/secure-key';
import { SecureLogGroup } from '../log-group/secure-log-group';

/**
 * Gives every raw `lambda.Function` below a scope the defaults of a `SecureFunction`.
 *
 * For apps that do not want to change a class yet. What a function is told explicitly stays as it was told, and is judged
 * by the gate; an explicit `undefined` is filled in. A `SecureFunction` is left as it is.
 *
 * An injector is given the props of an L2 that is made after it was added, and nothing else. It does not reach
 * `CfnFunction` and included templates; the role, with its managed policies, and what is granted to it; what may invoke
 * the function, and what becomes of asynchronous events that fail; and secrets and function URLs that are added later.
 * It also reaches the functions that other constructs make for themselves, such as the provider framework, and must not
 * be added above functions for Lambda@Edge, which takes neither a key nor tracing.
 *
 * Adds to each function a log group, unless the CDK manages one (`useCdkManagedLogGroup`) or one was given; and, where
 * the stack has none, the shared key ($1 a month).
 *
 * *Deployment*: a function that was deployed before is updated in place, and logs to a new log group.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/blueprints.html
 */
export class SecureFunctionInjector implements IPropertyInjector {
  /**
   * The construct that is injected into.
   */
  public readonly constructUniqueId: string = lambda.Function.PROPERTY_INJECTION_ID;

  /**
   * The props with what they left open.
   *
   * @param originalProps what the function was told
   * @param context where the function is made
   */
  public inject(originalProps: any, context: InjectionContext): any {
    const told = originalProps as lambda.FunctionProps;
    if (isOwn(told)) return told;
    const { scope, id } = context as unknown as { scope: Construct; id: string };

    const environmentEncryption = told.environmentEncryption ?? SecureKey.shared(scope);
    const filled: lambda.FunctionProps = {
      ...told,
      environmentEncryption,
      initialPolicy: [...(told.initialPolicy ?? []), environmentStatement(environmentEncryption.keyRef.keyArn)],
      loggingFormat: told.logFormat === undefined ? (told.loggingFormat ?? defaults.loggingFormat) : undefined,
      memorySize: told.memorySize ?? defaults.memorySize,
      recursiveLoop: told.recursiveLoop ?? lambda.RecursiveLoop.TERMINATE,
      timeout: told.timeout ?? defaults.timeout,
      tracing: told.tracing ?? defaults.tracing,
    };
    return hasLogGroup(scope, told) ? filled : { ...filled, logGroup: new SecureLogGroup(scope, `${id}LogGroup`) };
  }
}

function hasLogGroup(scope: Construct, { logGroup, logRetention, logRemovalPolicy }: lambda.FunctionProps): boolean {
  const isGiven = logGroup !== undefined || logRetention !== undefined || logRemovalPolicy !== undefined;
  return isGiven || FeatureFlags.of(scope).isEnabled(USE_CDK_MANAGED_LAMBDA_LOGGROUP) === true;
}
