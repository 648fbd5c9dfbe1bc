import type { IPropertyInjector, InjectionContext } from 'aws-cdk-lib';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { isOwn } from '../defaults/own-construct';
import { SecureKey } from '../key/secure-key';
import { Sandbox } from '../sandbox/sandbox';

/**
 * Gives every raw `secretsmanager.Secret` below a scope the key and the retention of a `SecureSecret`.
 *
 * For apps that do not want to change a class yet. What a secret is told explicitly stays as it was told, and is judged
 * by the gate; an explicit `undefined` is filled in. A `SecureSecret` is left as it is.
 *
 * An injector reaches what is made after it was added, and L2s only, those that other constructs make for themselves too. It
 * cannot refuse a value that is written out, cannot rotate, and writes no policy: who may read all secrets still reads it.
 *
 * Adds the shared key where the stack has none ($1 a month).
 *
 * *Deployment*: a secret that was deployed before is updated in place, and encrypted again with the key.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/blueprints.html
 */
export class SecureSecretInjector implements IPropertyInjector {
  /**
   * The construct that is injected into.
   */
  public readonly constructUniqueId: string = secretsmanager.Secret.PROPERTY_INJECTION_ID;

  /**
   * The props with what they left open.
   *
   * @param originalProps what the secret was told
   * @param context where the secret is made
   */
  public inject(originalProps: any, context: InjectionContext): any {
    const told = (originalProps ?? {}) as secretsmanager.SecretProps;
    if (isOwn(told)) return told;
    return {
      ...told,
      encryptionKey: told.encryptionKey ?? SecureKey.shared(context.scope),
      removalPolicy: told.removalPolicy ?? Sandbox.removalPolicyFor(context.scope),
    } satisfies secretsmanager.SecretProps;
  }
}
