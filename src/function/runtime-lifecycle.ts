import { Annotations, type CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { render } from '../enforced/enforced';
import { runtimesSource, runtimeStatus } from '../facts/runtimes';
import { Refusals } from '../refusals/refusals';

/** Refuses a runtime with which a function can no longer be deployed. */
export function refuseRuntime(runtime: string, refusals: Refusals): void {
  const { state, since } = runtimeStatus(runtime, now());
  refusals.addIf(
    state === 'updates-blocked',
    `'${runtime}' gets no security patches and cannot be deployed since ${since ?? ''}`,
    `use a supported runtime (${runtimesSource.reference})`,
  );
}

/** Why the runtime that stands in the template in the end is refused. */
export function runtimeViolations(resource: CfnResource): string[] {
  const { Runtime: runtime } = (render(resource)?.Properties ?? {}) as { Runtime?: unknown };
  if (typeof runtime !== 'string') return [];
  const refusals = Refusals.of(resource);
  refuseRuntime(runtime, refusals);
  return refusals.asViolations().map((violation) => `${violation} (lambda-runtime-deprecated)`);
}

/** Warns from the day on which a runtime gets no more security patches. */
export function warnOfRuntime(construct: IConstruct, runtime: string): void {
  const { state, since, lifecycle } = runtimeStatus(runtime, now());
  if (state !== 'deprecated') return;
  const end = lifecycle?.updateBlocked ? `, and cannot be deployed from ${lifecycle.updateBlocked} on` : '';
  Annotations.of(construct).addWarningV2(
    'cdk-secure-serverless:lambda-runtime-deprecated',
    `'${runtime}' gets no security patches since ${since ?? ''}${end}: use a supported runtime (${runtimesSource.reference})`,
  );
}

/**
 * The day of the synthesis, or that of `SOURCE_DATE_EPOCH` (seconds), so that a build of long ago can be repeated.
 *
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
function now(): Date {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return epoch !== undefined && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
}
