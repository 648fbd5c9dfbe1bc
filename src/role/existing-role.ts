import { Token } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';

const EXISTING = Symbol.for('cdk-secure-serverless.existing-role');

/** The type of the metadata that stands on a role, and on the function that uses it, for the gate and the reviewer. */
export const EXISTING_ROLE_METADATA = 'cdk-secure-serverless:existing-role';

/** Notes on a role that somebody else made why a function may run as it. */
export function declareExisting(role: IRole, reason: string): void {
  if (typeof reason !== 'string' || Token.isUnresolved(reason) || reason.trim().length < 10) {
    throw new Error(
      `${role.node.path}: the reason '${reason}' tells a reviewer nothing: say who owns the role and why the function cannot have its own`,
    );
  }
  Object.defineProperty(role, EXISTING, { value: reason, enumerable: false, configurable: true });
  role.node.addMetadata(EXISTING_ROLE_METADATA, { reason });
}

/** The reason that was given, or `undefined` where none was. */
export function reasonForExisting(role: IRole): string | undefined {
  return (role as unknown as Record<symbol, string | undefined>)[EXISTING];
}
