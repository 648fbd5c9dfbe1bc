import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { isStated } from '../enforced/branches';
import type { EnforcedProperty } from '../enforced/enforced';

/**
 * What the props may change; the gate judges the result. Timeout and memory are those of Lambda itself, written down, so
 * that a swap changes neither.
 */
export const defaults = {
  timeout: Duration.seconds(3), // lambda-timeout-default
  memorySize: 128, // lambda-memory-default
  tracing: lambda.Tracing.ACTIVE, // lambda-tracing
  loggingFormat: lambda.LoggingFormat.JSON, // lambda-log-group
} as const;

/** What an asynchronous invocation gets, where something invokes the function asynchronously. */
export const asynchronousDefaults = {
  retryAttempts: 2, // lambda-async-destination
  maxEventAge: Duration.hours(1), // lambda-async-destination
} as const;

/** The values that the function was made with, as they stand in its template. */
export interface EnforcedValues {
  readonly roleArn: string;
  readonly logGroupName?: string;
  readonly isTraced: boolean;
}

/** What no injector, aspect, mixin or override changes. */
export function enforcedOnFunction({ roleArn, logGroupName, isTraced }: EnforcedValues): EnforcedProperty[] {
  return [
    {
      path: 'Role',
      value: roleArn,
      rule: 'lambda-role-star',
      instead: 'keep its own role, and grant what the code needs',
    },
    {
      path: 'KmsKeyArn',
      accepts: isStated,
      rule: 'lambda-env-kms',
      instead: "encrypt the environment, with the stack's key or another in 'environmentEncryption'",
    },
    {
      path: 'LoggingConfig.LogGroup',
      value: logGroupName,
      rule: 'lambda-log-group',
      instead: "keep the function's own log group, or pass another as 'logGroup'",
    },
    {
      path: 'RecursiveLoop',
      value: lambda.RecursiveLoop.TERMINATE,
      rule: 'lambda-recursive-loop',
      instead: 'leave it to Lambda to stop a loop, before it is billed',
    },
    {
      path: 'Timeout',
      accepts: isStated,
      rule: 'lambda-timeout-default',
      instead: "state the 'timeout'",
    },
    {
      path: 'MemorySize',
      accepts: isStated,
      rule: 'lambda-memory-default',
      instead: "state the 'memorySize'",
    },
    ...(isTraced
      ? [
          {
            path: 'TracingConfig.Mode',
            value: lambda.Tracing.ACTIVE,
            rule: 'lambda-tracing',
            instead: "leave tracing on, or decide about it with 'tracing' of the function",
          },
        ]
      : []),
  ];
}

/** What was asked for about asynchronous invocations, or added where nothing was. */
export function enforcedOnInvokeConfig(
  { retryAttempts, maxEventAge, onFailure }: lambda.EventInvokeConfigOptions,
  destination: string | undefined,
): EnforcedProperty[] {
  const rule = 'lambda-async-destination';
  const instead = "say so in 'configureAsyncInvoke' of the function";
  return [
    { path: 'MaximumRetryAttempts', value: retryAttempts, rule, instead },
    { path: 'MaximumEventAgeInSeconds', value: maxEventAge?.toSeconds(), rule, instead },
    ...(onFailure ? [{ path: 'DestinationConfig.OnFailure.Destination', value: destination, rule, instead }] : []),
    ...(onFailure ? [{ path: 'DestinationConfig.OnFailure.Destination', accepts: isStated, rule, instead }] : []),
  ];
}

/** Holds what a failed event says, which is the event. */
export function enforcedOnFailureQueue(keyArn: string): EnforcedProperty[] {
  const instead = 'keep it with the key of the stack, or pass another destination as onFailure';
  return [
    { path: 'KmsMasterKeyId', value: keyArn, rule: 'sqs-sse', instead },
    { path: 'SqsManagedSseEnabled', value: undefined, rule: 'sqs-sse', instead },
    {
      path: 'MessageRetentionPeriod',
      value: Duration.days(14).toSeconds(),
      rule: 'sqs-sse',
      instead: 'keep what failed for 14 days, or pass another destination as onFailure',
    },
  ];
}
