import { PropertyInjectors } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { SecureApiInjector } from '../api/api-injector';
import { SecureBucketInjector } from '../bucket/bucket-injector';
import { SecureFunctionInjector } from '../function/function-injector';
import { SecureSecretInjector } from '../secret/secret-injector';

/**
 * The defaults of our constructs for the raw `Function`, `Bucket`, `RestApi` and `Secret` of an app that does not want to change a class yet.
 *
 * A default that nobody has to remember is the one that is there on the day that matters. What a raw construct was told
 * explicitly stays as it was told, and the gate judges it; our own constructs are left as they are.
 *
 * Injectors are given the props of an L2, and nothing else. They do not reach L1s, included templates and the helper
 * functions of the CDK; what was made before; grants, roles and their managed policies; what is called later
 * (`addPermission`, `addFunctionUrl`, `addMethod`, escape hatches). Use our classes, and the gate, for those.
 *
 * Adds to each stack what the constructs share (key, log bucket), to each bucket a policy, to each function and API a log
 * group. Costs $1 a month for each stack's key.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/blueprints.html
 *
 * @example
 * SecureDefaults.apply(app);
 */
export class SecureDefaults {
  /**
   * Injects the defaults into whatever is made below the scope from now on.
   *
   * CDK takes one injector for a class and scope, and of several scopes the nearest: an injector for the same class
   * that stands nearer to a construct wins over these. Calling it twice is the same as once.
   *
   * @param scope the app, stage, stack or construct
   */
  public static apply(scope: IConstruct): void {
    PropertyInjectors.of(scope).add(
      new SecureApiInjector(),
      new SecureBucketInjector(),
      new SecureFunctionInjector(),
      new SecureSecretInjector(),
    );
  }

  private constructor() {}
}
