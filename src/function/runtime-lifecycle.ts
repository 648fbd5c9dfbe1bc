import { Annotations, type CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { render } from '../enforced/enforced';
import { now } from '../facts/now';
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
  const { createBlocked, updateBlocked } = lifecycle ?? {};
  const ends = [
    `gets no security patches since ${since ?? ''}`,
    createBlocked && `makes no new functions from ${createBlocked} on`,
    updateBlocked && `cannot be deployed from ${updateBlocked} on`,
  ].filter(Boolean);
  Annotations.of(construct).addWarningV2(
    'cdk-secure-serverless:lambda-runtime-deprecated',
    `'${runtime}' ${ends.join(', ')}: use a supported runtime (${runtimesSource.reference})`,
  );
}
