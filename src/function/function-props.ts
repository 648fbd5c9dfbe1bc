import { Stack, Token } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { refuseSecrets } from './environment-secrets';
import { withNamedFileSystem } from './file-system';
import { defaults } from './function-defaults';
import type { SecureFunctionOptions } from './function-options';
import { refuseRuntime } from './runtime-lifecycle';
import { own } from '../defaults/own-construct';
import { SecureKey } from '../key/secure-key';
import { placement, refusePlacement } from '../network/function-placement';
import { Refusals } from '../refusals/refusals';
import { reasonForExisting } from '../role/existing-role';
import { ScopedRole } from '../role/scoped-role';

/** What the props of both functions have in common. */
export type FunctionProps = lambda.FunctionOptions & SecureFunctionOptions & { readonly runtime?: lambda.Runtime };

/** What the L2 would do with its own role, and has to wait for the scoped one. */
const afterwards = {
  initialPolicy: undefined,
  events: undefined,
  onFailure: undefined,
  onSuccess: undefined,
  maxEventAge: undefined,
  retryAttempts: undefined,
  tracing: undefined,
};

/**
 * The props for the L2: with our defaults, and without what is done after it.
 *
 * Throws one error with everything that the props ask for and do not get.
 */
export function propsForL2<P extends FunctionProps>(scope: Construct, id: string, props: P): P {
  const refusals = Refusals.ofNew(scope, id);
  refuseProps(scope, props, refusals);
  refusals.throwIfAny();

  return own({
    ...props,
    ...afterwards,
    ...placement(props),
    timeout: props.timeout ?? defaults.timeout,
    memorySize: props.memorySize ?? defaults.memorySize,
    loggingFormat: props.logFormat === undefined ? (props.loggingFormat ?? defaults.loggingFormat) : undefined,
    environmentEncryption: props.environmentEncryption ?? SecureKey.shared(scope),
    recursiveLoop: lambda.RecursiveLoop.TERMINATE,
    filesystem: props.filesystem && withNamedFileSystem(props.filesystem),
  });
}

function refuseProps(scope: Construct, props: FunctionProps, refusals: Refusals): void {
  if (props.role !== undefined) refuseRole(scope, props.role, refusals);
  refusePlacement(props, refusals);

  for (const name of ['logRetention', 'logRetentionRole', 'logRetentionRetryOptions', 'logRemovalPolicy'] as const) {
    refusals.addIf(
      props[name] !== undefined,
      `'${name}' is about the log group that Lambda makes by itself`,
      "leave it out, the function has a log group that is encrypted and kept for a year; pass another as 'logGroup'",
    );
  }
  refusals.addIf(
    props.recursiveLoop === lambda.RecursiveLoop.ALLOW,
    "'recursiveLoop: Allow' lets the function invoke itself until somebody sees the bill",
    'leave it out, Lambda stops a loop after 16 rounds',
  );
  for (const [name, reason] of Object.entries(props.notSecrets ?? {})) {
    refusals.addIf(
      !Token.isUnresolved(reason) && reason.trim() === '',
      `'${name}' in 'notSecrets' without a reason`,
      'say what the value is',
    );
  }
  refuseSecrets(scope, props.environment ?? {}, new Map(Object.entries(props.notSecrets ?? {})), refusals);
  if (props.runtime) refuseRuntime(props.runtime.name, refusals);
}

function refuseRole(scope: Construct, role: FunctionProps['role'], refusals: Refusals): void {
  refusals.addIf(
    role !== undefined && !(role instanceof ScopedRole) && reasonForExisting(role) === undefined,
    `the role '${role?.node.path ?? ''}' was made elsewhere`,
    "leave it out, or pass a ScopedRole; a role that must be used as it is: 'ScopedRole.existing(role, reason)'",
  );
  refusals.addIf(
    role instanceof ScopedRole && Stack.of(role) !== Stack.of(scope),
    `the role '${role?.node.path ?? ''}' is in another stack, and each of the two would wait for the other`,
    'leave it out, or make the ScopedRole in the stack of the function',
  );
}
