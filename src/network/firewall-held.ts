import { isDeepStrictEqual } from 'node:util';
import type { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { enforce, render } from '../enforced/enforced';

const instead = "keep it as 'allowEgressTo' made it, or leave the call out";

/** Holds everything that a resource was made with, its tags aside. */
export function holdAsMade(owner: IConstruct, resource: CfnResource, rule: string): void {
  const written = (render(resource)?.Properties ?? {}) as Record<string, unknown>;
  const paths = Object.keys(written).filter((path) => path !== 'Tags' && written[path] !== undefined);
  enforce(
    owner,
    resource,
    paths.map((path) => ({ path, accepts: (got) => isSame(got, written[path]), rule, instead })),
  );
}

/** Holds what grows with each call. */
export function holdGrowing(owner: IConstruct, resource: CfnResource, path: string, wanted: () => unknown): void {
  const rule = 'network-isolated-open';
  enforce(owner, resource, [{ path, accepts: (got) => isSame(got, wanted()), rule, instead }]);
}

/** As it is written: an L1 has what is left out as undefined. */
function isSame(got: unknown, wanted: unknown): boolean {
  return isDeepStrictEqual(asWritten(got), asWritten(wanted));
}

function asWritten(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
