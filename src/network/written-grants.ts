import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

/** A statement that allows something to the code, as it will be written. */
export interface WrittenGrant {
  readonly actions: readonly string[];
  readonly resources: readonly unknown[];
  readonly conditions: string;
}

/**
 * Where grants stand, and what an extension or a library in the function needs. What a function needs to be one (logs,
 * traces, network interfaces) has policies of its own.
 */
const ofGrants =
  /^(?:DefaultPolicy|OverflowPolicy\d+|ListPolicy\d+|InsightsPolicy|DurableExecutionPolicy|ConfigRulePolicy)$/;

/** What a role was granted, in whatever order and by whichever stack. */
export function writtenGrants(role: iam.IRole): WrittenGrant[] {
  return role.node.children
    .filter((child) => ofGrants.test(child.node.id))
    .filter(
      (child): child is iam.Policy | iam.ManagedPolicy =>
        child instanceof iam.Policy || child instanceof iam.ManagedPolicy,
    )
    .flatMap((policy) => {
      const { Statement = [] } = (Stack.of(role).resolve(policy.document.toJSON()) ?? {}) as { Statement?: Written[] };
      return Statement;
    })
    .filter(({ Effect }) => Effect === 'Allow')
    .map(({ Action, Resource, Condition }) => ({
      actions: [Action ?? []].flat(),
      resources: [Resource].flat(),
      conditions: JSON.stringify(Condition ?? {}),
    }));
}

interface Written {
  readonly Effect?: string;
  readonly Action?: string | readonly string[];
  readonly Resource?: unknown;
  readonly Condition?: unknown;
}
