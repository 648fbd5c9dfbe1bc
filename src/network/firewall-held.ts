import type { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { enforce, render } from '../enforced/enforced';

const instead = "keep it as 'allowEgressTo' made it, or leave the call out";

/** Holds everything that a resource was made with, its tags aside. */
export function holdAsMade(owner: IConstruct, resource: CfnResource, rule: string): void {
  const written = (render(resource)?.Properties ?? {}) as Record<string, unknown>;
  enforce(
    owner,
    resource,
    Object.entries(written)
      .filter(([path, value]) => path !== 'Tags' && value !== undefined)
      .map(([path, value]) => ({ path, value, rule, instead })),
  );
}

/** Holds what grows with each call. */
export function holdGrowing(
  owner: IConstruct,
  resource: CfnResource,
  { path, accepts }: { readonly path: string; readonly accepts: (got: unknown) => boolean },
): void {
  enforce(owner, resource, [{ path, accepts, rule: 'network-isolated-open', instead }]);
}
