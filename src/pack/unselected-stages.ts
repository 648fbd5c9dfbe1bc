import { Stack, Stage } from 'aws-cdk-lib';
import type { PolicyViolation } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { counted } from './counted';
import { escape } from './escape';

/** Shown in full; the others are counted. */
const maximumListed = 10;

/**
 * Whether the CDK CLI runs the app: it reads the report itself, and leaves out what belongs to stacks that were not selected.
 *
 * Without a selection these are all stacks in Stages, so that `cdk synth` (in a pipeline, for example) would pass them.
 */
export function isReportReadByCli(root: IConstruct): boolean {
  return String(root.node.tryGetContext('@aws-cdk/core:failSynthOnValidationErrors')) === 'false';
}

/**
 * Whether the CLI tells the findings of a Stage with those of the stack in which the Stage was made.
 *
 * It goes by the beginning of construct paths, and selects the stacks at the top unless it is told otherwise.
 */
export function isToldWithStackAround(stage: Stage, root: IConstruct): boolean {
  return stage.node.scopes.some((scope) => Stack.isStack(scope) && Stage.of(scope) === root);
}

/** Says that a Stage has open findings, in a form that the CLI does not leave out: without a construct. */
export function unselectedStage(
  stagePath: string,
  templatePath: string,
  findings: readonly PolicyViolation[],
): PolicyViolation {
  const listed = findings
    .slice(0, maximumListed)
    .map(({ ruleName, violatingResources: [{ constructPath }] }) => `${ruleName} at ${constructPath}`)
    .concat(findings.length > maximumListed ? [`${findings.length - maximumListed} more`] : []);
  return {
    ruleName: 'stage-findings',
    description: escape(
      `the Stage '${stagePath}' fails for ${counted(findings.length, 'open finding')}: ${listed.join(', ')}`,
    ),
    fix: `run \`cdk synth '${escape(stagePath)}/**'\` to see them in full, then fix or acknowledge each`,
    // Each finding can be acknowledged; all of them at once, and whatever comes later, cannot.
    severity: 'fatal',
    violatingResources: [{ templatePath, locations: [] }],
  };
}
