import type { CfnResource } from 'aws-cdk-lib';
import { CfnDeletionPolicy, RemovalPolicy } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { render } from './enforced';
import type { Refusals } from '../refusals/refusals';
import { Sandbox } from '../sandbox/sandbox';

const retaining: readonly unknown[] = [CfnDeletionPolicy.RETAIN, CfnDeletionPolicy.RETAIN_EXCEPT_ON_CREATE];

/**
 * Holds a resource at being kept when it leaves the template or is replaced, except in a sandbox.
 */
export function enforceRetention(owner: IConstruct, resource: CfnResource): void {
  if (Sandbox.isEnabled(owner)) return;
  owner.node.addValidation({
    validate: () => {
      const written = render(resource);
      return (['DeletionPolicy', 'UpdateReplacePolicy'] as const)
        .filter((attribute) => !retaining.includes(written?.[attribute]))
        .map(
          (attribute) =>
            `'${attribute}' of '${resource.node.path}' was changed to '${String(written?.[attribute])}': keep what it holds, or call 'Sandbox.enable' on a stack that is to be thrown away`,
        );
    },
  });
}

/**
 * Refuses a removal policy that does not keep the resource, except in a sandbox.
 *
 * @param consequence what it does: `deletes the objects with the stack`
 */
export function refuseRemoval(
  refusals: Refusals,
  scope: IConstruct,
  policy: RemovalPolicy | undefined,
  consequence: string,
): void {
  const kept = policy === undefined || policy.startsWith(RemovalPolicy.RETAIN) || Sandbox.isEnabled(scope);
  refusals.addIf(
    !kept,
    `'removalPolicy: ${policy}' ${consequence}`,
    "remove it, or call 'Sandbox.enable' on a stack that is to be thrown away",
  );
}
