import { Duration, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { IConstruct } from 'constructs';
import { enforcedOnKey, minimumPendingWindowDays, pendingWindowDays } from './key-defaults';
import { KeyPolicy } from './key-policy';
import { isSecureKeyPolicy } from './key-refusals';
import { enforce } from '../enforced/enforced';
import { enforceRetention } from '../enforced/retained';
import { Sandbox } from '../sandbox/sandbox';

/** The shortest time in which a key of this deployment can be saved from deletion. */
export function minimumPendingWindow(construct: IConstruct): number {
  return minimumPendingWindowDays[Sandbox.isEnabled(construct) ? 'sandbox' : 'kept'];
}

/** How long a key of this deployment can be saved from deletion, unless it is told otherwise. */
export function defaultPendingWindow(construct: IConstruct): Duration {
  return Duration.days(Sandbox.isEnabled(construct) ? minimumPendingWindowDays.sandbox : pendingWindowDays);
}

/**
 * Holds a key at rotating, being kept and letting in nobody who is not named.
 *
 * For a `SecureKey`, and for a key that an L2 made for itself and that has to keep its logical id.
 */
export function hardenKey(key: kms.Key): void {
  const resource = key.node.defaultChild as kms.CfnKey;
  const policy = (key as unknown as { readonly policy: iam.PolicyDocument }).policy;
  resource.enableKeyRotation = true;
  resource.pendingWindowInDays ??= defaultPendingWindow(key).toDays();
  letAccountIn(key, policy);
  resource.keyPolicy = new KeyPolicy(key, policy);
  enforce(key, resource, [
    ...enforcedOnKey(minimumPendingWindow(key)),
    {
      path: 'KeyPolicy',
      accepts: (got) => isSecureKeyPolicy(key, got),
      rule: 'kms-wildcard-principal',
      instead: 'let the account administer the key, and name who else may do what',
    },
  ]);
  enforceRetention(key, resource);
  if (Sandbox.isEnabled(key)) {
    Validations.of(resource).acknowledge({
      id: 'ServerlessSecurity::kms-pending-window',
      reason: 'the stack was declared a sandbox: it is thrown away with its data',
    });
  }
}

/** A policy that was given replaces CDK's own, and with it the statement without which nobody can administer the key. */
function letAccountIn(key: kms.Key, policy: iam.PolicyDocument): void {
  if (isSecureKeyPolicy(key, Stack.of(key).resolve(new KeyPolicy(key, policy)))) return;
  key.addToResourcePolicy(
    new iam.PolicyStatement({ actions: ['kms:*'], resources: ['*'], principals: [new iam.AccountRootPrincipal()] }),
  );
}
