import { Stack } from 'aws-cdk-lib';
import { escape } from './escape';
import type { JudgedFinding } from './examination';
import { weightOf } from './severities';
import { topLevelStackOf } from './stage-templates';

/** A finding, and how much is told of it. */
export interface ToldFinding {
  readonly judged: JudgedFinding;
  /** Whether it says why, for those that are alike and come after it. */
  readonly isExplained: boolean;
  /** How many are alike, at the first of several. */
  readonly remark?: string;
}

/**
 * Puts findings together that differ in their place only; the first of them explains them all.
 *
 * Core prints a block for each construct, whatever a plugin does, and the CDK CLI leaves out those of stacks that were not
 * selected: so they are grouped within one stack, and all of them stay in the report.
 */
export function groupAlike(findings: readonly JudgedFinding[]): ToldFinding[] {
  const groups = new Map<string, { readonly stack: Stack; readonly members: JudgedFinding[] }>();
  const tops = new Map<Stack, Stack>();
  for (const judged of findings) {
    const own = Stack.of(judged.construct);
    const stack = tops.get(own) ?? topLevelStackOf(own);
    tops.set(own, stack);
    const { finding, judgement, isAcknowledged } = judged;
    const alike = [finding.rule.id, finding.outcome, weightOf(judgement), stack.node.path];
    const key = JSON.stringify(isAcknowledged ? ['acknowledged', groups.size] : alike);
    const group = groups.get(key);
    if (group) group.members.push(judged);
    else groups.set(key, { stack, members: [judged] });
  }
  return [...groups.values()].flatMap(({ stack, members }) =>
    members.map((judged, index) => ({
      judged,
      isExplained: index === 0,
      remark:
        index === 0 && members.length > 1
          ? `the first of ${members.length} alike in '${escape(stack.node.path)}'`
          : undefined,
    })),
  );
}
